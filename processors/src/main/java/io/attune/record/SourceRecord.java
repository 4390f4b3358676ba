package io.attune.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a source sent, in canonical form. Immutable. */
public sealed interface SourceRecord permits CustomerRecord, Event {
    RecordHeader header();

    /** The first 128 bits of the SHA-256 of the key: what the ledger remembers. */
    default UUID recordId() {
        return RecordId.of(header().key());
    }

    default String key() {
        return header().key();
    }

    default String source() {
        return header().source();
    }

    default String entity() {
        return header().entity();
    }

    default Instant occurredAt() {
        return header().occurredAt();
    }

    default Instant receivedAt() {
        return header().receivedAt();
    }

    default boolean backfill() {
        return header().backfill();
    }

    default List<Identifier> identifiers() {
        return header().identifiers();
    }

    default List<ConsentStatement> consents() {
        return header().consents();
    }
}
