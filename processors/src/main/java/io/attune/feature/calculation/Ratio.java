package io.attune.feature.calculation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One feature divided by another; empty when either is missing or the other is 0. */
public record Ratio(String numerator, String denominator) implements Calculation {

    @Override
    public Optional<Object> of(Evidence evidence) {
        Optional<Double> below = evidence.number(denominator).filter(value -> value != 0);
        return below.flatMap(divisor -> evidence.number(numerator).map(value -> value / divisor));
    }

    @Override
    public Set<String> features() {
        return new TreeSet<>(List.of(numerator, denominator));
    }
}
