package io.attune.identity;

import io.attune.profile.ProfileChanges;
import io.attune.profile.StoredEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What became of a list of records.
 *
 * @param records those that are new to the ledger, with their owners
 * @param events the new events as they were stored
 * @param versions version of every changed profile after this batch
 * @param repeats how many records the ledger knew already
 */
public record Resolution(
        List<ResolvedRecord> records,
        ProfileChanges changes,
        List<StoredEvent> events,
        Map<UUID, Long> versions,
        int repeats) {
    public Resolution {
        records = List.copyOf(records);
        events = List.copyOf(events);
        versions = Map.copyOf(versions);
    }
}
