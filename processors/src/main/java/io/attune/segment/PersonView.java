package io.attune.segment;

import java.util.Map;
import java.util.UUID;

/**
 * What a rule may know of a person. What is unknown is absent.
 *
 * @param features by name: a Double, or a String for a category
 * @param scores by model
 * @param attributes by name, only those that are stored in the clear
 */
public record PersonView(
        UUID profile, Map<String, Object> features, Map<String, Double> scores, Map<String, String> attributes) {

    public PersonView {
        features = Map.copyOf(features);
        scores = Map.copyOf(scores);
        attributes = Map.copyOf(attributes);
    }
}
