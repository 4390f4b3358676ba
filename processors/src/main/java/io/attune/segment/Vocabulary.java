package io.attune.segment;

import java.util.Set;

/**
 * The names that a rule may use: {@code features.*}, {@code scores.*} and {@code profile.*}.
 *
 * @param features those that are numbers
 * @param categories those that are texts
 */
public record Vocabulary(Set<String> features, Set<String> categories, Set<String> scores, Set<String> attributes) {

    /** The attributes that are stored in the clear. */
    public static final Set<String> CLEAR_ATTRIBUTES =
            Set.of("country", "time_zone", "language", "group", "created_at");

    public Vocabulary {
        features = Set.copyOf(features);
        categories = Set.copyOf(categories);
        scores = Set.copyOf(scores);
        attributes = Set.copyOf(attributes);
    }

    public static Vocabulary of(Set<String> features, Set<String> scores) {
        return of(features, Set.of(), scores);
    }

    public static Vocabulary of(Set<String> features, Set<String> categories, Set<String> scores) {
        return new Vocabulary(features, categories, scores, CLEAR_ATTRIBUTES);
    }
}
