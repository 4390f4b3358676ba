package io.attune.record;

import java.util.Map;
import java.util.Objects;

/**
 * The state of one entity in a source, such as a contact.
 *
 * @param attributes by name; an empty value says that the source has none any more
 * @param deleted whether the source deleted the entity: its attributes then no longer count
 */
public record CustomerRecord(RecordHeader header, Map<String, String> attributes, boolean deleted)
        implements SourceRecord {
    public CustomerRecord {
        Objects.requireNonNull(header, "header");
        attributes = Map.copyOf(attributes);
    }
}
