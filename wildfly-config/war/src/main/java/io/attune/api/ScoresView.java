package io.attune.api;

import io.attune.memory.HotVector;
import io.attune.profile.StoredScore;
import io.attune.score.Explanation;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What models read of a person, what they said, and, when it was asked for, why.
 *
 * @param explanations by model; empty unless asked for
 */
public record ScoresView(
        UUID profile,
        long version,
        Instant asOf,
        Map<String, Object> features,
        Map<String, StoredScore> scores,
        Map<String, Explanation> explanations) {
    public ScoresView {
        features = Map.copyOf(features);
        scores = Map.copyOf(scores);
        explanations = Map.copyOf(explanations);
    }

    static ScoresView of(HotVector vector, Map<String, Explanation> explanations) {
        return new ScoresView(
                vector.profile(), vector.version(), vector.asOf(), vector.features(), vector.scores(), explanations);
    }
}
