package io.attune.profile;

import io.attune.crypto.Encryption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Survivorship: of what the sources say of a person, the statement counts that the attribute's rule prefers; of equals the newest, by
 * (occurred_at, source rank, record id). One that says that there is none, and one of a deleted entity, counts only where there is no
 * other. Thread-safe.
 */
final class Attributes {
    private static final String SURVIVORS = """
            select distinct on (m.profile_id, a.name) m.profile_id, a.name, a.value, a.secret, a.occurred_at, n.source
            from membership m
            join node_attribute a on a.node_id = m.node_id
            join identity_node n on n.node_id = m.node_id
            where m.profile_id = any(:profiles) and m.until is null and a.value is distinct from ''
              and not exists (
                select from node_attribute d
                where d.node_id = a.node_id and d.name = 'deleted' and d.value = 'true')
            """;
    // A ciphertext is as much longer than its text as any other of the same attribute.
    private static final String PREFERRED_FIRST = """
             order by m.profile_id, a.name,
              case when a.name = any(:trusted) then a.source_rank end desc,
              case when a.name = any(:complete) then coalesce(octet_length(a.secret), length(a.value)) end desc,
              a.occurred_at desc, a.source_rank desc, a.record_id desc
            """;

    private final Encryption encryption;
    private final Supplier<AttributeDefinitions> definitions;

    Attributes(Encryption encryption, Supplier<AttributeDefinitions> definitions) {
        this.encryption = encryption;
        this.definitions = definitions;
    }

    /** An attribute that survived, and where it comes from. */
    record Survivor(String value, AttributeOrigin origin) {}

    // By their definitions and not by how they are stored: one that has just been made personal may lie in clear for a
    // while yet.
    Map<UUID, Map<String, String>> clear(Handle handle, Collection<UUID> profiles) {
        AttributeDefinitions current = definitions.get();
        Query query = handle.createQuery(SURVIVORS + " and a.name = any(:clear)" + PREFERRED_FIRST)
                .bindArray("clear", String.class, current.clear());
        return values(collect(query, profiles, current));
    }

    Map<UUID, Map<String, String>> all(Handle handle, Collection<UUID> profiles) {
        return values(survivors(handle, profiles));
    }

    Map<UUID, Map<String, Survivor>> survivors(Handle handle, Collection<UUID> profiles) {
        return collect(handle.createQuery(SURVIVORS + PREFERRED_FIRST), profiles, definitions.get());
    }

    private static Map<UUID, Map<String, String>> values(Map<UUID, Map<String, Survivor>> survivors) {
        Map<UUID, Map<String, String>> values = new HashMap<>();
        survivors.forEach((profile, attributes) -> {
            Map<String, String> byName = new HashMap<>();
            attributes.forEach((name, survivor) -> byName.put(name, survivor.value()));
            values.put(profile, byName);
        });
        return values;
    }

    private Map<UUID, Map<String, Survivor>> collect(
            Query query, Collection<UUID> profiles, AttributeDefinitions current) {
        Survivorship survivorship = current.survivorship();
        return query.bindArray("profiles", UUID.class, profiles)
                .bindArray("trusted", String.class, survivorship.attributes(Survivorship.Rule.MOST_TRUSTED))
                .bindArray("complete", String.class, survivorship.attributes(Survivorship.Rule.MOST_COMPLETE))
                .reduceResultSet(new HashMap<>(), (byProfile, row, context) -> {
                    String name = row.getString("name");
                    AttributeOrigin origin = new AttributeOrigin(
                            row.getString("source"),
                            row.getTimestamp("occurred_at").toInstant());
                    byProfile
                            .computeIfAbsent(row.getObject("profile_id", UUID.class), profile -> new HashMap<>())
                            .put(name, new Survivor(value(row, name), origin));
                    return byProfile;
                });
    }

    private String value(ResultSet row, String name) throws SQLException {
        byte[] secret = row.getBytes("secret");
        return secret == null ? row.getString("value") : encryption.decrypt(secret, AttributeDefinition.context(name));
    }
}
