package io.attune.feature;

import java.time.LocalDate;

/**
 * What one measure counted of one identity node on one UTC day.
 *
 * @param count events, or sessions where the measure counts those
 * @param amount in ten-thousandths, so that sums are exact and their order does not matter
 */
public record DayTotal(long node, String measure, LocalDate day, long count, long amount) {}
