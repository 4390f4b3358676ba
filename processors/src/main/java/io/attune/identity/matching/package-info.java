/**
 * Probabilistic matching: which records are of one person where no identifier tells, after Fellegi and Sunter, learned without
 * labels. {@link io.attune.identity.matching.Resolver} is the way in.
 */
package io.attune.identity.matching;
