package io.attune.recommendation;

/**
 * An item that somebody may want.
 *
 * @param item its id
 * @param score between 0 and 1; 1 is the first one's
 * @param basis what it rests on most
 */
public record Suggestion(String item, double score, Basis basis) {}
