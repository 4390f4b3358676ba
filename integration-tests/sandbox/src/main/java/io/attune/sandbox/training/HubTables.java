package io.attune.sandbox.training;

import io.attune.record.Event;
import io.attune.sandbox.SandboxException;
import io.attune.sandbox.population.source.Entity;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The hub's tables of people and events, written in batches. Entities stand for their own keyed hashes. */
final class HubTables implements AutoCloseable {
    private static final int BATCH = 5_000;
    private static final String EVENT = """
            insert into event (record_id, node_id, source, type, occurred_at, utc_offset_minutes, received_at,
              processed_at, backfill, schema_version, amount, currency, properties)
            values (?, ?, ?, ?, ?, ?, ?, ?, true, 1, ?, ?, ?::jsonb)
            on conflict do nothing
            """;
    private static final String NODE = """
            insert into identity_node (node_id, source, entity_hash, entity, created_at) overriding system value
            values (?, ?, ?, ?, now())
            """;
    private static final String IDENTIFIER = """
            with made as (insert into identifier (kind, value_hash, value) values ('customer_id', ?, ?)
              returning identifier_id)
            insert into node_identifier (node_id, identifier_id, occurred_at) select ?, identifier_id, now() from made
            """;

    private final PreparedStatement events;
    private final PreparedStatement nodes;
    private final PreparedStatement profiles;
    private final PreparedStatement identifiers;
    private final PreparedStatement memberships;
    private final PreparedStatement attributes;
    private final Map<Entity, Long> numbers = new HashMap<>();
    private final Map<String, Long> nodeOfPerson = new HashMap<>();
    private int waiting;

    HubTables(Connection connection) throws SQLException {
        events = connection.prepareStatement(EVENT);
        nodes = connection.prepareStatement(NODE);
        profiles = connection.prepareStatement(
                "insert into profile (profile_id, created_at, changed_at) values (?, now(), now())");
        identifiers = connection.prepareStatement(IDENTIFIER);
        memberships = connection.prepareStatement(
                "insert into membership (node_id, profile_id, since, reason) values (?, ?, now(), 'simulated')");
        attributes = connection.prepareStatement("""
                insert into node_attribute (node_id, name, value, occurred_at, source_rank, record_id)
                values (?, ?, ?, now(), 0, gen_random_uuid())
                """);
    }

    void event(Event event) {
        try {
            long node = node(new Entity(event.header().source(), event.header().entity()));
            events.setObject(1, uuid(event.header().key()));
            events.setLong(2, node);
            events.setString(3, event.header().source());
            events.setString(4, event.type());
            events.setTimestamp(5, Timestamp.from(event.header().occurredAt()));
            events.setInt(6, event.header().utcOffsetMinutes());
            Instant received = event.header().receivedAt();
            events.setTimestamp(7, Timestamp.from(received));
            events.setTimestamp(8, Timestamp.from(received));
            if (event.amount().isPresent()) {
                events.setBigDecimal(9, event.amount().get());
            } else {
                events.setNull(9, Types.NUMERIC);
            }
            events.setString(10, event.currency().orElse(null));
            events.setString(11, event.properties().toString());
            events.addBatch();
            if (++waiting >= BATCH) {
                flush();
            }
        } catch (SQLException failed) {
            throw new SandboxException("an event cannot be written", failed);
        }
    }

    void profile(String person) throws SQLException {
        profiles.setObject(1, uuid(person));
        profiles.addBatch();
    }

    /** Says whose an entity is; the entity names somebody. */
    void owner(Entity entity, String person) throws SQLException {
        long node = node(entity);
        nodeOfPerson.putIfAbsent(person, node);
        byte[] bytes = bytes(entity);
        identifiers.setBytes(1, bytes);
        identifiers.setBytes(2, bytes);
        identifiers.setLong(3, node);
        identifiers.addBatch();
        memberships.setLong(1, node);
        memberships.setObject(2, uuid(person));
        memberships.addBatch();
    }

    void attribute(String person, String name, String value) throws SQLException {
        Long node = nodeOfPerson.get(person);
        if (node != null && !value.isEmpty()) {
            attributes.setLong(1, node);
            attributes.setString(2, name);
            attributes.setString(3, value);
            attributes.addBatch();
        }
    }

    /** Parents first. */
    void flush() throws SQLException {
        for (PreparedStatement statement :
                new PreparedStatement[] {profiles, nodes, identifiers, memberships, attributes, events}) {
            statement.executeBatch();
        }
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement :
                new PreparedStatement[] {profiles, nodes, identifiers, memberships, attributes, events}) {
            statement.close();
        }
    }

    private long node(Entity entity) throws SQLException {
        Long known = numbers.get(entity);
        if (known != null) {
            return known;
        }
        long node = numbers.size() + 1L;
        numbers.put(entity, node);
        byte[] bytes = bytes(entity);
        nodes.setLong(1, node);
        nodes.setString(2, entity.source());
        nodes.setBytes(3, bytes);
        nodes.setBytes(4, bytes);
        nodes.addBatch();
        return node;
    }

    private static byte[] bytes(Entity entity) {
        return (entity.source() + "/" + entity.key()).getBytes(StandardCharsets.UTF_8);
    }

    private static UUID uuid(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
