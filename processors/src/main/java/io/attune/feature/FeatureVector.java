package io.attune.feature;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What was known of a person at a moment, by the names of the features.
 *
 * @param asOf nothing that occurred at or after this moment is in it
 * @param values in the order of the definitions: a Double, or a String for a category; a feature that has nothing to say is
 *     absent
 * @param population the version of the survey of everybody that it rests on; 0 for none
 */
public record FeatureVector(Instant asOf, Map<String, Object> values, long population) {
    public FeatureVector {
        Objects.requireNonNull(asOf, "asOf");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
