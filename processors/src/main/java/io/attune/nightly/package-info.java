/**
 * Scores everybody with the champions of now, from the vectors that are stored: a Hazelcast Jet job over all members, chunk
 * by chunk, that goes on where it was when a node dies.
 */
package io.attune.nightly;
