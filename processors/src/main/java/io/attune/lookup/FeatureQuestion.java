package io.attune.lookup;

import io.attune.record.Identifier;
import java.util.List;
import java.util.UUID;

/**
 * Whose vectors are wanted.
 *
 * @param identifiers of people whose profile the caller does not know
 * @param features by name; empty for all
 */
public record FeatureQuestion(List<UUID> profiles, List<Identifier> identifiers, List<String> features) {

    /** The most people of one question. */
    public static final int MOST_PROFILES = 1_000;

    /** The most of them that are known by an identifier alone; each is looked for by itself. */
    public static final int MOST_IDENTIFIERS = 100;

    public FeatureQuestion {
        profiles = List.copyOf(profiles);
        identifiers = List.copyOf(identifiers);
        features = List.copyOf(features);
    }
}
