package io.attune.feature.calculation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The key of which a measure counted most in a window; of several, the first in the order of their characters. */
public record TopCategory(String measure, OptionalInt window) implements Calculation {

    @Override
    public Optional<Object> of(Evidence evidence) {
        return top(WindowTotals.of(evidence.within(measure, window)).countByKey())
                .map(Map.Entry::getKey);
    }

    // The counts come in the order of their keys, so the first of equals stays.
    static Optional<Map.Entry<String, Long>> top(Map<String, Long> counts) {
        return counts.entrySet().stream().reduce((best, next) -> next.getValue() > best.getValue() ? next : best);
    }

    @Override
    public List<Reading> readings() {
        return List.of(Reading.window(measure, window));
    }

    @Override
    public boolean categorical() {
        return true;
    }
}
