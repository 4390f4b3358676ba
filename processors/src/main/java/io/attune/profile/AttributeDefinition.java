package io.attune.profile;

import java.util.Objects;
import java.util.Optional;

/**
 * An attribute that somebody answers for. One that has no definition is encrypted, and no rule reads it.
 *
 * @param segments whether rules of segments and campaigns may read it
 * @param token under which templates may name it
 * @param survivorship which of several sources' statements counts
 * @param owner who answers for it
 */
public record AttributeDefinition(
        String name,
        String description,
        AttributeType type,
        Privacy privacy,
        boolean segments,
        Optional<String> token,
        Survivorship.Rule survivorship,
        String owner) {
    /** Attribute that says that the source deleted the entity: the node's other attributes then no longer count. */
    public static final String DELETED = "deleted";

    public AttributeDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(privacy, "privacy");
        Objects.requireNonNull(survivorship, "survivorship");
    }

    /** What the ciphertext of an attribute is bound to. */
    public static String context(String name) {
        return "attribute:" + name;
    }
}
