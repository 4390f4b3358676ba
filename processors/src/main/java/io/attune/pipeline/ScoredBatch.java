package io.attune.pipeline;

import io.attune.scoring.Score;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A batch whose live profiles are scored, by profile and model. */
public record ScoredBatch(FeaturedBatch featured, Map<UUID, Map<String, Score>> scores) {
    public ScoredBatch {
        Objects.requireNonNull(featured, "featured");
        scores = Map.copyOf(scores);
    }

    public ResolvedBatch resolved() {
        return featured.resolved();
    }
}
