package io.attune.feature.calculation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One cell of a histogram of hours: how many events of a measure that counts by the hour of the week fall into it. */
public record HourCount(String measure, OptionalInt window, Hours hours, int cell) implements Calculation {

    @Override
    public Optional<Object> of(Evidence evidence) {
        long count = evidence.within(measure, window).stream()
                .filter(span -> hours.cell(Integer.parseInt(span.key())) == cell)
                .mapToLong(SpanTotal::count)
                .sum();
        return Optional.of((double) count);
    }

    @Override
    public List<Reading> readings() {
        return List.of(Reading.window(measure, window));
    }
}
