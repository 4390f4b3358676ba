/** Judges what the hub concluded against the truth. */
package io.attune.sandbox.population.evaluation;
