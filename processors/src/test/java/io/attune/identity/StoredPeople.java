package io.attune.identity;

import io.attune.crypto.Encryption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What the database says of who is one person. */
final class StoredPeople {
    private StoredPeople() {}

    /** Sets of entities, each written {@code source/entity}. */
    static Set<Set<String>> read(Handle handle, Encryption encryption) {
        Map<UUID, Set<String>> people = new HashMap<>();
        owners(handle, encryption)
                .forEach((entity, owner) -> people.computeIfAbsent(owner, profile -> new HashSet<>())
                        .add(entity));
        return new HashSet<>(people.values());
    }

    /** The profile of each entity. */
    static Map<String, UUID> owners(Handle handle, Encryption encryption) {
        return handle.createQuery("""
                        select m.profile_id, n.source, n.entity
                        from membership m join identity_node n using (node_id) where m.until is null
                        """).reduceResultSet(new HashMap<>(), (owners, row, context) -> {
            owners.put(
                    row.getString("source") + '/' + encryption.decrypt(row.getBytes("entity"), "entity"),
                    row.getObject("profile_id", UUID.class));
            return owners;
        });
    }

    /** Profiles that are part of another, the longest known first. */
    static List<UUID> merged(Handle handle) {
        return handle.createQuery(
                        "select profile_id from profile where merged_into is not null order by created_at, profile_id")
                .mapTo(UUID.class)
                .list();
    }
}
