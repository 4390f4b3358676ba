package io.attune.feature.calculation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The count of one key in a window by the count of all.
 *
 * @param category which key; that which counts most when empty
 */
public record CategoryShare(String measure, OptionalInt window, Optional<String> category) implements Calculation {

    @Override
    public Optional<Object> of(Evidence evidence) {
        Map<String, Long> counts =
                WindowTotals.of(evidence.within(measure, window)).countByKey();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return Optional.empty();
        }
        long one = category.map(named -> counts.getOrDefault(named, 0L))
                .orElseGet(() -> TopCategory.top(counts).orElseThrow().getValue());
        return Optional.of((double) one / (double) all);
    }

    @Override
    public List<Reading> readings() {
        return List.of(Reading.window(measure, window));
    }
}
