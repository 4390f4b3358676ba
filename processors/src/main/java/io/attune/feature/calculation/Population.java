package io.attune.feature.calculation;

import io.attune.lifetime.LifetimeModel;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What some features must know of everybody.
 *
 * @param version 0 when nobody was surveyed yet
 * @param asOf the moment of the survey
 * @param quantiles by {@link #key}, ascending
 * @param lifetimes by the measure of purchases
 */
public record Population(
        long version, Instant asOf, Map<String, List<Double>> quantiles, Map<String, LifetimeModel> lifetimes) {

    private static final Population NONE = new Population(0, Instant.EPOCH, Map.of(), Map.of());

    public Population {
        Map<String, List<Double>> copy = new HashMap<>();
        quantiles.forEach((key, values) -> copy.put(key, List.copyOf(values)));
        quantiles = Map.copyOf(copy);
        lifetimes = Map.copyOf(lifetimes);
    }

    /** Before the first survey. */
    public static Population none() {
        return NONE;
    }

    static String key(String feature, int bins) {
        return feature + "/" + bins;
    }

    Optional<List<Double>> quantiles(String feature, int bins) {
        return Optional.ofNullable(quantiles.get(key(feature, bins)));
    }

    Optional<LifetimeModel> lifetime(String measure) {
        return Optional.ofNullable(lifetimes.get(measure));
    }
}
