package io.attune.feature;

import io.attune.feature.calculation.SpanTotal;
import java.time.Instant;
import java.util.Optional;

/** A row of the table {@code activity_day}: the total of a day, and when its events began and ended. */
public record DayAggregate(DayTotal total, Instant firstAt, Instant lastAt) {

    SpanTotal span() {
        return new SpanTotal(
                total.measure(),
                total.key(),
                total.day(),
                total.day(),
                total.count(),
                total.amount(),
                total.largest(),
                Optional.of(new SpanTotal.Times(firstAt, lastAt)));
    }
}
