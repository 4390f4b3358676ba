package io.attune.lookup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was found.
 *
 * @param vectors in the order of the question; several of one identifier that joins nobody
 * @param unknown what names nobody, or nobody whose features were computed yet, by its place such as {@code profiles/3}
 * @param withheld sensitive features that the caller may not see
 */
public record FeatureAnswer(List<Found> vectors, List<String> unknown, List<String> withheld) {
    public FeatureAnswer {
        vectors = List.copyOf(vectors);
        unknown = List.copyOf(unknown);
        withheld = List.copyOf(withheld);
    }

    /**
     * A person's vector.
     *
     * @param asked the place in the question, such as {@code identifiers/0}
     * @param profile the survivor where the one that was asked for was merged
     * @param asOf nothing that occurred at or after this moment is in it
     * @param features a number, or a text for a category
     * @param missing wanted features that have nothing to say of this person
     */
    public record Found(String asked, UUID profile, Instant asOf, Map<String, Object> features, List<String> missing) {
        public Found {
            features = Map.copyOf(features);
            missing = List.copyOf(missing);
        }
    }
}
