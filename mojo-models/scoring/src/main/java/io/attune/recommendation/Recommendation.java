package io.attune.recommendation;

/**
 * One item for one person.
 *
 * @param rank from 1
 * @param score between 0 and 1; 1 is the person's first
 */
public record Recommendation(String person, int rank, String item, double score) {}
