package io.attune.quality;

import java.util.Objects;
import java.util.UUID;

/** Something remarkable about a record that was accepted nevertheless, such as {@code missing:email}. Holds no value. */
public record Flag(UUID record, String source, String name) {
    public Flag {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(name, "name");
    }
}
