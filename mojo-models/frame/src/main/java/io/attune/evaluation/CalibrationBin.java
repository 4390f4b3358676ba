package io.attune.evaluation;

/**
 * Rows of similar score.
 *
 * @param meanScore what the model says of them on average
 * @param observed the share of them that is positive
 */
public record CalibrationBin(long rows, double meanScore, double observed) {}
