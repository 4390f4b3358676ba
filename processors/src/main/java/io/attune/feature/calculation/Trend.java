package io.attune.feature.calculation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether a measure grows: (n - m) / (n + m), where n counts the window and m the same number of whole days before it. From -1
 * (all before) by 0 (no change) to 1 (all within); empty when there is neither.
 */
public record Trend(String measure, int window) implements Calculation {

    @Override
    public Optional<Object> of(Evidence evidence) {
        long within = WindowTotals.of(evidence.within(measure, OptionalInt.of(window)))
                .count();
        long before = WindowTotals.of(evidence.between(measure, 2 * window, window + 1))
                .count();
        return within + before == 0
                ? Optional.empty()
                : Optional.of((double) (within - before) / (double) (within + before));
    }

    @Override
    public List<Reading> readings() {
        return List.of(new Reading(measure, List.of(window + 1, 2 * window + 1), -1));
    }
}
