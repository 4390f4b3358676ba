package io.attune.feature.calculation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A statistic of a measure in a window.
 *
 * @param window whole UTC days before the day of the moment, which counts too as far as it has come; empty for all time
 */
public record Windowed(String measure, Statistic statistic, OptionalInt window) implements Calculation {

    @Override
    public Optional<Object> of(Evidence evidence) {
        var value = statistic.of(WindowTotals.of(evidence.within(measure, window)), evidence.today());
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    @Override
    public List<Reading> readings() {
        return List.of(Reading.window(measure, window));
    }
}
