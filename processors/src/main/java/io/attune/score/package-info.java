/** Scores of people: the champions of the registry applied to feature vectors, and what they said, stored. */
package io.attune.score;
