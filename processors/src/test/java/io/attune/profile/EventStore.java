package io.attune.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads the events of people, with the profile that owns them now. Stateless and thread-safe; joins the caller's transaction. */
public final class EventStore {
    private static final String COLUMNS = """
            select e.record_id, e.node_id, m.profile_id, e.source, e.type, e.occurred_at, e.utc_offset_minutes,
                   e.received_at, e.backfill, e.amount, e.currency, e.properties::text as properties
            """;

    private final ObjectMapper json = new ObjectMapper();

    /** Every event of the node-days, in no order. */
    public List<StoredEvent> ofNodeDays(Handle handle, Collection<NodeDay> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(COLUMNS + """
                          from unnest(:nodes, :days) as wanted (node_id, day)
                          join event e on e.node_id = wanted.node_id
                            and e.occurred_at >= wanted.day::timestamp at time zone 'UTC'
                            and e.occurred_at < (wanted.day + 1)::timestamp at time zone 'UTC'
                          join membership m on m.node_id = e.node_id and m.until is null
                          """)
                .bindArray("nodes", Long.class, days.stream().map(NodeDay::node).toList())
                .bindArray(
                        "days", LocalDate.class, days.stream().map(NodeDay::day).toList())
                .map(this::event)
                .list();
    }

    /** What had occurred before {@code time} and was known by then, of the profiles, ordered by profile and time. */
    public List<StoredEvent> ofProfiles(Handle handle, Collection<UUID> profiles, Instant time) {
        if (profiles.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(COLUMNS + """
                          from membership m
                          join event e on e.node_id = m.node_id
                          where m.profile_id = any(:profiles) and m.until is null
                            and e.occurred_at < :time and e.received_at <= :time
                          order by m.profile_id, e.occurred_at, e.record_id
                          """)
                .bindArray("profiles", UUID.class, profiles)
                .bind("time", time)
                .map(this::event)
                .list();
    }

    private StoredEvent event(ResultSet row, StatementContext context) throws SQLException {
        return new StoredEvent(
                row.getObject("record_id", UUID.class),
                row.getLong("node_id"),
                row.getObject("profile_id", UUID.class),
                row.getString("source"),
                row.getString("type"),
                instant(row, "occurred_at"),
                row.getInt("utc_offset_minutes"),
                instant(row, "received_at"),
                row.getBoolean("backfill"),
                Optional.<BigDecimal>ofNullable(row.getBigDecimal("amount")),
                Optional.ofNullable(row.getString("currency")),
                properties(row.getString("properties")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private JsonNode properties(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AttuneException(
                    "EVENT_PROPERTIES_UNREADABLE", ErrorCategory.INTERNAL, "PostgreSQL answered with broken JSON", e);
        }
    }
}
