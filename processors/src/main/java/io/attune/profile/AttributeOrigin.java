package io.attune.profile;

import java.time.Instant;
import java.util.Objects;

/**
 * Where an attribute that survived comes from.
 *
 * @param statedAt when the source said so
 */
public record AttributeOrigin(String source, Instant statedAt) {
    public AttributeOrigin {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(statedAt, "statedAt");
    }
}
