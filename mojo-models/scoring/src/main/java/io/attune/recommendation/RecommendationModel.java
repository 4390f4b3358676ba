package io.attune.recommendation;

import java.util.List;
import java.util.Map;

/**
 * What was learned, for readers outside this package.
 *
 * @param items the items' names
 * @param popular the items that most bought lately, the first first
 * @param similar for an item, the items that the same people buy, the nearest first
 * @param weights for each task, the weight of each component
 */
public record RecommendationModel(
        List<String> items,
        List<String> popular,
        Map<String, List<String>> similar,
        Map<Task, Map<String, Double>> weights) {
    public RecommendationModel {
        items = List.copyOf(items);
        popular = List.copyOf(popular);
        similar = Map.copyOf(similar);
        weights = Map.copyOf(weights);
    }
}
