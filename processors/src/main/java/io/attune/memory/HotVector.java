package io.attune.memory;

import io.attune.profile.StoredScore;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What models read of a person, and what they said.
 *
 * @param version of the profile
 * @param features by name: a Double, or a String for a category; one without a value is absent
 * @param scores by model
 */
public record HotVector(
        UUID profile, long version, Instant asOf, Map<String, Object> features, Map<String, StoredScore> scores) {
    public HotVector {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(asOf, "asOf");
        features = Map.copyOf(features);
        scores = Map.copyOf(scores);
    }
}
