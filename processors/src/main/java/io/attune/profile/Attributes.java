package io.attune.profile;

import io.attune.crypto.Encryption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Survivorship: of what the sources say of a person, the newest statement counts, by (occurred_at, source rank, record id); one
 * that says that there is none, and one of a deleted entity, counts only where there is no other.
 */
final class Attributes {
    private static final String SURVIVORS = """
            select distinct on (m.profile_id, a.name) m.profile_id, a.name, a.value, a.secret
            from membership m
            join node_attribute a on a.node_id = m.node_id
            where m.profile_id = any(:profiles) and m.until is null and a.value is distinct from ''
              and not exists (
                select from node_attribute d
                where d.node_id = a.node_id and d.name = 'deleted' and d.value = 'true')
            """;
    private static final String NEWEST_FIRST =
            " order by m.profile_id, a.name, a.occurred_at desc, a.source_rank desc, a.record_id desc";

    private final Encryption encryption;

    Attributes(Encryption encryption) {
        this.encryption = encryption;
    }

    Map<UUID, Map<String, String>> clear(Handle handle, Collection<UUID> profiles) {
        return collect(handle.createQuery(SURVIVORS + " and a.value is not null" + NEWEST_FIRST), profiles);
    }

    Map<UUID, Map<String, String>> all(Handle handle, Collection<UUID> profiles) {
        return collect(handle.createQuery(SURVIVORS + NEWEST_FIRST), profiles);
    }

    private Map<UUID, Map<String, String>> collect(Query query, Collection<UUID> profiles) {
        return query.bindArray("profiles", UUID.class, profiles)
                .reduceResultSet(new HashMap<>(), (byProfile, row, context) -> {
                    String name = row.getString("name");
                    byProfile
                            .computeIfAbsent(row.getObject("profile_id", UUID.class), profile -> new HashMap<>())
                            .put(name, value(row, name));
                    return byProfile;
                });
    }

    private String value(ResultSet row, String name) throws SQLException {
        byte[] secret = row.getBytes("secret");
        return secret == null ? row.getString("value") : encryption.decrypt(secret, AttributeKind.context(name));
    }
}
