package io.attune.identity;

import io.attune.record.SourceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** In once: remembers every record that was ever accepted. Stateless and thread-safe. */
public final class RecordLedger {
    /** Records the keys, and answers the records whose keys are new. A key that stands twice in the list counts once. */
    public List<SourceRecord> claim(Handle handle, List<SourceRecord> records, Instant now) {
        Map<UUID, SourceRecord> byId = new LinkedHashMap<>();
        records.forEach(record -> byId.putIfAbsent(record.recordId(), record));
        Set<UUID> claimed = insert(handle, byId, now);
        return byId.entrySet().stream()
                .filter(entry -> claimed.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    // Sorted, so that two batches with common records wait for each other instead of deadlocking.
    private static Set<UUID> insert(Handle handle, Map<UUID, SourceRecord> records, Instant now) {
        Collection<SourceRecord> values = records.values();
        return handle.createQuery("""
                        insert into record_ledger (record_id, source, received_at, recorded_at, mapping)
                        select record_id, source, received_at, :now, mapping
                        from unnest(:ids, :sources, :received, :mappings) as r (record_id, source, received_at, mapping)
                        order by record_id
                        on conflict do nothing
                        returning record_id
                        """)
                .bindArray("ids", UUID.class, records.keySet())
                .bindArray(
                        "sources",
                        String.class,
                        values.stream().map(SourceRecord::source).toList())
                .bindArray(
                        "received",
                        Instant.class,
                        values.stream().map(SourceRecord::receivedAt).toList())
                .bindArray(
                        "mappings",
                        String.class,
                        values.stream()
                                .map(record -> record.header().mapping().orElse(null))
                                .toArray())
                .bind("now", now)
                .mapTo(UUID.class)
                .collect(Collectors.toSet());
    }

    /** Forgets what was accepted longer ago than the retention; answers how many. */
    public int purge(Handle handle, Duration retention, Instant now) {
        return handle.createUpdate("delete from record_ledger where recorded_at < :oldest")
                .bind("oldest", now.minus(retention))
                .execute();
    }
}
