package io.attune.record;

import java.util.Objects;

/** A name by which a source knows a person: one of {@link IdentifierKind} and a normalized value. */
public record Identifier(String kind, String value) {
    public Identifier {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
    }
}
