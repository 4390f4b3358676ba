package io.attune.segment;

import io.attune.profile.AttributeDefinitions;
import io.attune.profile.AttributeType;
import java.util.Map;
import java.util.Set;

/**
 * The names that a rule may use: {@code features.*}, {@code scores.*} and {@code profile.*}.
 *
 * @param features those that are numbers
 * @param categories those that are texts
 * @param attributes that rules may read, with their types
 */
public record Vocabulary(
        Set<String> features, Set<String> categories, Set<String> scores, Map<String, AttributeType> attributes) {

    public Vocabulary {
        features = Set.copyOf(features);
        categories = Set.copyOf(categories);
        scores = Set.copyOf(scores);
        attributes = Map.copyOf(attributes);
    }

    /** With the standard attributes. */
    public static Vocabulary of(Set<String> features, Set<String> scores) {
        return new Vocabulary(
                features, Set.of(), scores, AttributeDefinitions.standard().readable());
    }
}
