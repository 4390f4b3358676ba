package io.attune.profile;

import java.time.Instant;
import java.util.Objects;

/** An identifier of a person, and when a source last stated it. */
public record KnownIdentifier(String kind, String value, String source, Instant statedAt) {
    public KnownIdentifier {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(statedAt, "statedAt");
    }
}
