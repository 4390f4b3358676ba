package io.attune.feature.calculation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one measure counted over some days of a person, all of which lie within the same windows: one day, or many that no
 * window tells apart. It is all that a vector needs to know of them.
 *
 * @param key what the measure counts by, such as a category; empty where it counts by nothing
 * @param count events, or sessions where the measure counts those
 * @param amount in ten-thousandths, so that sums are exact and their order does not matter
 * @param largest the largest single amount, in ten-thousandths
 * @param times of a day that is kept apart
 */
public record SpanTotal(
        String measure,
        String key,
        LocalDate firstDay,
        LocalDate lastDay,
        long count,
        long amount,
        long largest,
        Optional<Times> times) {

    /** When the first and the last event of a day occurred. */
    public record Times(Instant first, Instant last) {}
}
