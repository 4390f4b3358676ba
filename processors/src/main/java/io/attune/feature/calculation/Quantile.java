package io.attune.feature.calculation;

import java.util.Optional;
import java.util.Set;

/**
 * In which of equally large parts of the population a person is by another feature: 1 for the smallest values, or for the
 * largest when descending. A value is in the part p + 1 where p is the number of the population's quantiles that it exceeds. Empty
 * when the other feature is missing or the population has not been surveyed.
 *
 * @param bins how many parts; 10 for deciles
 */
public record Quantile(String feature, int bins, boolean descending) implements Calculation {

    @Override
    public Optional<Object> of(Evidence evidence) {
        return evidence.population()
                .quantiles(feature, bins)
                .flatMap(quantiles -> evidence.number(feature).map(value -> {
                    double exceeded = quantiles.stream()
                            .filter(quantile -> value > quantile)
                            .count();
                    return descending ? bins - exceeded : exceeded + 1;
                }));
    }

    @Override
    public Set<String> features() {
        return Set.of(feature);
    }

    @Override
    public boolean readsPopulation() {
        return true;
    }
}
