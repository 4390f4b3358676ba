package io.attune.identity;

import io.attune.record.SourceRecord;
import java.util.Objects;
import java.util.UUID;

/** A record that is new to the ledger, the node of its entity, and the profile that owns the node. */
public record ResolvedRecord(SourceRecord record, long node, UUID profile) {
    public ResolvedRecord {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(profile, "profile");
    }
}
