/**
 * Who is one person where no identifier tells: new and changed nodes are matched with the store, doubtful pairs wait for somebody's
 * decision, and what was decided is remembered.
 */
package io.attune.identity.probable;
