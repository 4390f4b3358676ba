package io.attune.feature;

/**
 * How large a frame came out.
 *
 * @param people with at least one row
 * @param positives rows whose label is above 0
 */
public record FrameSummary(long people, long rows, long positives) {}
