package io.attune.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.crypto.Encryption;
import io.attune.profile.StoredEvent;
import io.attune.record.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Stores events at their nodes. Thread-safe. */
final class EventWriter {
    private record Row(StoredEvent event, int schemaVersion, Optional<String> mapping, Optional<String> personal) {}

    private final Encryption encryption;

    EventWriter(Encryption encryption) {
        this.encryption = encryption;
    }

    List<StoredEvent> write(Handle handle, List<ResolvedRecord> records, Instant now) {
        List<Row> rows = new ArrayList<>();
        for (ResolvedRecord resolved : records) {
            if (resolved.record() instanceof Event event) {
                rows.add(row(resolved, event));
            }
        }
        if (!rows.isEmpty()) {
            insert(handle, rows, now);
        }
        return rows.stream().map(Row::event).toList();
    }

    private Row row(ResolvedRecord resolved, Event event) {
        EventProperties properties = EventProperties.of(event);
        StoredEvent stored = new StoredEvent(
                event.recordId(),
                resolved.node(),
                resolved.profile(),
                event.source(),
                event.type(),
                event.occurredAt(),
                event.header().utcOffsetMinutes(),
                event.receivedAt(),
                event.backfill(),
                event.amount(),
                event.currency(),
                properties.clear());
        return new Row(
                stored,
                event.header().schemaVersion(),
                event.header().mapping(),
                properties.personal().map(Object::toString));
    }

    private byte[] original(Row row) {
        return row.personal()
                .map(personal -> encryption.encrypt(personal, "event"))
                .orElse(null);
    }

    private void insert(Handle handle, List<Row> rows, Instant now) {
        handle.createUpdate("""
                        insert into event (record_id, node_id, source, type, occurred_at, utc_offset_minutes, received_at,
                          processed_at, backfill, schema_version, amount, currency, properties, original, mapping)
                        select record_id, node_id, source, type, occurred_at, utc_offset_minutes, received_at,
                          :now, backfill, schema_version, amount, currency, properties, original, mapping
                        from unnest(:records, :nodes, :sources, :types, :occurred, :offsets,
                          :received, :backfills, :versions, :amounts, :currencies,
                          :properties, :originals, :mappings)
                          as e (record_id, node_id, source, type, occurred_at, utc_offset_minutes, received_at, backfill,
                            schema_version, amount, currency, properties, original, mapping)
                        """)
                .bindArray(
                        "records", UUID.class, column(rows, row -> row.event().recordId()))
                .bindArray("nodes", Long.class, column(rows, row -> row.event().node()))
                .bindArray(
                        "sources", String.class, column(rows, row -> row.event().source()))
                .bindArray(
                        "types", String.class, column(rows, row -> row.event().type()))
                .bindArray(
                        "occurred",
                        Instant.class,
                        column(rows, row -> row.event().occurredAt()))
                .bindArray("offsets", Short.class, column(rows, row ->
                        (short) row.event().utcOffsetMinutes()))
                .bindArray(
                        "received",
                        Instant.class,
                        column(rows, row -> row.event().receivedAt()))
                .bindArray(
                        "backfills",
                        Boolean.class,
                        column(rows, row -> row.event().backfill()))
                .bindArray("versions", Integer.class, column(rows, Row::schemaVersion))
                .bindArray(
                        "amounts",
                        BigDecimal.class,
                        column(rows, row -> row.event().amount().orElse(null)))
                .bindArray(
                        "currencies",
                        String.class,
                        column(rows, row -> row.event().currency().orElse(null)))
                .bindArray(
                        "properties",
                        JsonNode.class,
                        column(rows, row -> row.event().properties()))
                .bindArray("originals", byte[].class, column(rows, this::original))
                .bindArray(
                        "mappings",
                        String.class,
                        column(rows, row -> row.mapping().orElse(null)))
                .bind("now", now)
                .execute();
    }

    private static <R> List<R> column(List<Row> rows, Function<Row, R> value) {
        List<R> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.apply(row)));
        return values;
    }
}
