package io.attune.recommendation;

import java.util.Map;

/**
 * What a training made.
 *
 * @param weights of each component by name, by task
 * @param judgement on the last horizon, by a model that had not seen it
 */
public record TrainedShop(
        RecommenderModel model, Map<Task, Map<String, Double>> weights, RecommendationJudgement judgement) {

    /** The content of {@code model.json}. */
    public byte[] json() {
        return model.json();
    }

    /** As it is served. */
    public ShopRecommender recommender() {
        return new ShopRecommender(model);
    }
}
