package io.attune.record;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What every record carries, whatever it says.
 *
 * @param schemaVersion version of the canonical form it was written in; readers tolerate newer ones
 * @param key source, id and source version: a repetition has the same key, an update has a new one
 * @param source one of {@code web pos salesforce mailchimp sms} or an engineer's own
 * @param entity the entity in its source that this record is about, such as {@code user:1042}
 * @param utcOffsetMinutes offset of the place where it happened, minutes east of UTC
 * @param receivedAt when the hub accepted it
 * @param backfill whether the record tells of the past: it updates state and never triggers
 * @param mapping what mapped it, with the version of its schema, such as {@code web-event/1}; absent when nobody said
 * @param flags what is remarkable about it, such as {@code disposable_email}; none holds a value
 */
public record RecordHeader(
        int schemaVersion,
        String key,
        String source,
        String entity,
        Instant occurredAt,
        int utcOffsetMinutes,
        Instant receivedAt,
        boolean backfill,
        List<Identifier> identifiers,
        List<ConsentStatement> consents,
        Optional<String> mapping,
        List<String> flags) {
    public RecordHeader {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(receivedAt, "receivedAt");
        identifiers = List.copyOf(identifiers);
        consents = List.copyOf(consents);
        Objects.requireNonNull(mapping, "mapping");
        flags = List.copyOf(flags);
    }

    /** A header of which nobody said what mapped it. */
    public RecordHeader(
            int schemaVersion,
            String key,
            String source,
            String entity,
            Instant occurredAt,
            int utcOffsetMinutes,
            Instant receivedAt,
            boolean backfill,
            List<Identifier> identifiers,
            List<ConsentStatement> consents) {
        this(
                schemaVersion,
                key,
                source,
                entity,
                occurredAt,
                utcOffsetMinutes,
                receivedAt,
                backfill,
                identifiers,
                consents,
                Optional.empty(),
                List.of());
    }
}
