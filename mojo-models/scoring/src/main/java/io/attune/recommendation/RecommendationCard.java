package io.attune.recommendation;

import io.attune.eventlog.LogSummary;
import java.util.Map;
import java.util.Optional;

/**
 * The card of a model of recommendations, which is also the report of its making.
 *
 * @param kind {@link #KIND}
 * @param asOf what it knew
 * @param horizon within which a purchase counts
 * @param log what reading the log found
 * @param weights for each task, the weight of each component, chosen on the horizon before the moment
 * @param holdout how it did after the moment, when the log goes on
 */
public record RecommendationCard(
        int schemaVersion,
        String model,
        String version,
        String kind,
        String asOf,
        String horizon,
        LogSummary log,
        Map<Task, Map<String, Double>> weights,
        Optional<RecommendationJudgement> holdout,
        String trainedAt) {
    /** The kind as the registry names it. */
    public static final String KIND = "recommendation";
}
