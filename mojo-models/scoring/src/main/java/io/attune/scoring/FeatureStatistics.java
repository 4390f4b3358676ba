package io.attune.scoring;

/**
 * How a feature was spread over the rows that a model was trained on.
 *
 * @param missing how many rows had no value; the other figures are over the rows that had one
 */
public record FeatureStatistics(
        String name, long count, long missing, double minimum, double maximum, double mean, double standardDeviation) {}
