package io.attune.feature;

import java.time.LocalDate;

/**
 * What one measure counted of one identity node on one UTC day.
 *
 * @param key what the measure counts by; empty where it counts by nothing
 * @param count events, or sessions where the measure counts those
 * @param amount in ten-thousandths, so that sums are exact and their order does not matter
 * @param largest the largest single amount
 */
public record DayTotal(long node, String measure, String key, LocalDate day, long count, long amount, long largest) {}
