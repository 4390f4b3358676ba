package io.attune.feature.calculation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One feature less another; empty when either is missing. */
public record Difference(String minuend, String subtrahend) implements Calculation {

    @Override
    public Optional<Object> of(Evidence evidence) {
        return evidence.number(minuend)
                .flatMap(more -> evidence.number(subtrahend).map(less -> more - less));
    }

    @Override
    public Set<String> features() {
        return new TreeSet<>(List.of(minuend, subtrahend));
    }
}
