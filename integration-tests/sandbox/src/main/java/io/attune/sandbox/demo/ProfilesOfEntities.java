package io.attune.sandbox.demo;

import io.attune.crypto.Encryption;
import io.attune.sandbox.population.source.Entity;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Which profile the hub put each entity of the sources in, found by the keyed hashes under which it keeps them.
 * Thread-safe.
 */
final class ProfilesOfEntities {
    private static final int BATCH = 5_000;
    private static final String FIND = """
            select w.ordinal, m.profile_id
            from unnest(:sources, :hashes) with ordinality as w (source, entity_hash, ordinal)
            join identity_node n on n.source = w.source and n.entity_hash = decode(w.entity_hash, 'hex')
            join membership m on m.node_id = n.node_id and m.until is null
            """;

    private final Jdbi database;
    private final Encryption encryption;

    ProfilesOfEntities(DataSource database, Encryption encryption) {
        this.database =
                Jdbi.create(database).registerArrayType(String.class, "text").registerArrayType(byte[].class, "bytea");
        this.encryption = encryption;
    }

    /** The profile of each entity that the hub knows. */
    Map<Entity, UUID> find(List<Entity> entities) {
        Map<Entity, UUID> profiles = new HashMap<>();
        for (int from = 0; from < entities.size(); from += BATCH) {
            List<Entity> some = entities.subList(from, Math.min(from + BATCH, entities.size()));
            profiles.putAll(findSome(some));
        }
        return profiles;
    }

    private Map<Entity, UUID> findSome(List<Entity> entities) {
        List<String> sources = entities.stream().map(Entity::source).toList();
        List<String> hashes = entities.stream()
                .map(entity -> HexFormat.of().formatHex(encryption.hash("entity:" + entity.source(), entity.key())))
                .toList();
        return database.withHandle(handle -> handle.createQuery(FIND)
                .bindArray("sources", String.class, sources)
                .bindArray("hashes", String.class, hashes)
                .reduceResultSet(new HashMap<>(), (found, row, context) -> {
                    found.put(entities.get(row.getInt(1) - 1), row.getObject(2, UUID.class));
                    return found;
                }));
    }
}
