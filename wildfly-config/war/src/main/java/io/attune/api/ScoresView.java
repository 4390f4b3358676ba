package io.attune.api;

import io.attune.memory.HotVector;
import io.attune.profile.StoredScore;
import io.attune.score.Explanation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What models read of a person, what they said, and, when it was asked for, why.
 *
 * @param explanations by model; empty unless asked for
 * @param withheld sensitive features that the caller may not see
 */
public record ScoresView(
        UUID profile,
        long version,
        Instant asOf,
        Map<String, Object> features,
        Map<String, StoredScore> scores,
        Map<String, Explanation> explanations,
        List<String> withheld) {
    public ScoresView {
        features = Map.copyOf(features);
        scores = Map.copyOf(scores);
        explanations = Map.copyOf(explanations);
        withheld = List.copyOf(withheld);
    }

    /** @param hidden which features the caller may not see, neither by value nor as a reason */
    static ScoresView of(HotVector vector, Map<String, Explanation> explanations, Predicate<String> hidden) {
        Map<String, Object> features = new HashMap<>(vector.features());
        features.keySet().removeIf(hidden);
        Map<String, Explanation> reasons = new HashMap<>(explanations);
        reasons.replaceAll((model, explanation) -> without(explanation, hidden));
        return new ScoresView(
                vector.profile(),
                vector.version(),
                vector.asOf(),
                features,
                vector.scores(),
                reasons,
                vector.features().keySet().stream().filter(hidden).sorted().toList());
    }

    private static Explanation without(Explanation explanation, Predicate<String> hidden) {
        return new Explanation(
                explanation.version(),
                explanation.value(),
                explanation.average(),
                explanation.reasons().stream()
                        .filter(reason -> !hidden.test(reason.feature()))
                        .toList());
    }
}
