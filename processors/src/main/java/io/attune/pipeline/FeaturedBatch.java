package io.attune.pipeline;

import io.attune.feature.FeatureVector;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A batch whose live profiles have new vectors. */
public record FeaturedBatch(ResolvedBatch resolved, Map<UUID, FeatureVector> vectors) {
    public FeaturedBatch {
        Objects.requireNonNull(resolved, "resolved");
        vectors = Map.copyOf(vectors);
    }
}
