package io.attune.segment;

import java.util.Map;
import java.util.UUID;

/**
 * What a rule may know of a person. What is unknown is absent.
 *
 * @param features by name: a Double, or a String for a category
 * @param scores by model
 * @param attributes by name, of those that rules may read: a String, Double or Boolean
 */
public record PersonView(
        UUID profile, Map<String, Object> features, Map<String, Double> scores, Map<String, Object> attributes) {

    public PersonView {
        features = Map.copyOf(features);
        scores = Map.copyOf(scores);
        attributes = Map.copyOf(attributes);
    }
}
