package io.attune.recommendation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.scoring.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All that a {@link ShopRecommender} needs, as {@code model.json} of a version holds it: no person is in it.
 *
 * @param items the items' ids, at the numbers that components use
 * @param components what was learned
 * @param weights of each component, by task
 */
record RecommenderModel(List<String> items, List<StoredComponent> components, Map<Task, List<Double>> weights) {
    private static final ObjectMapper JSON = new ObjectMapper();

    RecommenderModel {
        items = List.copyOf(items);
        components = List.copyOf(components);
        weights = Map.copyOf(weights);
    }

    /**
     * Reads it.
     *
     * @param file that the content came from, for the error
     */
    static RecommenderModel parse(byte[] content, Path file) {
        try {
            RecommenderModel model = JSON.readValue(content, RecommenderModel.class);
            for (Task task : Task.values()) {
                if (model.weights.getOrDefault(task, List.of()).size() != model.components.size()) {
                    throw unreadable(file, "not as many weights for " + task + " as components", null);
                }
            }
            return model;
        } catch (IOException e) {
            throw unreadable(file, e.getMessage(), e);
        }
    }

    private static ModelException unreadable(Path file, String why, Throwable cause) {
        return new ModelException(
                ModelException.Code.MODEL_UNREADABLE,
                file + " is no recommender that this version reads (" + why + "): train the model again",
                cause);
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new IllegalStateException("What was learned can always be written", e);
        }
    }

    double[] weights(Task task) {
        return weights.get(task).stream().mapToDouble(Double::doubleValue).toArray();
    }
}
