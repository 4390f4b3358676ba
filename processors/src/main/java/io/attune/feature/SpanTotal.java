package io.attune.feature;

import java.time.LocalDate;

/**
 * What one measure counted over some days of a person, all of which lie within the same windows: one day, or many that no
 * window tells apart. It is all that a vector needs to know of them.
 *
 * @param count events, or sessions where the measure counts those
 * @param amount in ten-thousandths, so that sums are exact and their order does not matter
 */
public record SpanTotal(String measure, LocalDate firstDay, LocalDate lastDay, long count, long amount) {

    static SpanTotal of(DayTotal day) {
        return new SpanTotal(day.measure(), day.day(), day.day(), day.count(), day.amount());
    }
}
