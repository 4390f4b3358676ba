package io.attune.feature;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What was known of a person at a moment, as numbers by the names of their features.
 *
 * @param asOf nothing that occurred at or after this moment is in it
 * @param values in the order of the definitions; a feature that has nothing to say is absent
 */
public record FeatureVector(Instant asOf, Map<String, Double> values) {
    public FeatureVector {
        Objects.requireNonNull(asOf, "asOf");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
