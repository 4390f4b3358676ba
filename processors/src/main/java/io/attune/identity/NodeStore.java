package io.attune.identity;

import io.attune.crypto.Encryption;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The nodes of entities, created where they are absent. Thread-safe. */
final class NodeStore {
    private final Encryption encryption;

    NodeStore(Encryption encryption) {
        this.encryption = encryption;
    }

    /** The node of every entity. A new node is invisible to other batches until this one commits; they wait for it. */
    Map<Entity, Long> nodes(Handle handle, Collection<Entity> entities, Instant now) {
        Map<Entity, Long> nodes = find(handle, List.copyOf(entities));
        List<Entity> missing =
                entities.stream().filter(entity -> !nodes.containsKey(entity)).toList();
        if (!missing.isEmpty()) {
            insert(handle, missing, now);
            nodes.putAll(find(handle, missing));
        }
        return nodes;
    }

    /** Locks nodes whose sources say something new of them, in sorted order, so that no other batch changes them meanwhile. */
    void lock(Handle handle, Collection<Long> nodes) {
        if (!nodes.isEmpty()) {
            handle.createQuery("""
                            select node_id from identity_node where node_id = any(:nodes)
                            order by node_id for no key update
                            """)
                    .bindArray("nodes", Long.class, nodes)
                    .mapTo(Long.class)
                    .list();
        }
    }

    private Map<Entity, Long> find(Handle handle, List<Entity> entities) {
        return handle.createQuery("""
                        select w.ordinal, n.node_id
                        from unnest(:sources, :hashes) with ordinality as w (source, entity_hash, ordinal)
                        join identity_node n on n.source = w.source and n.entity_hash = w.entity_hash
                        """)
                .bindArray(
                        "sources",
                        String.class,
                        entities.stream().map(Entity::source).toList())
                .bindArray(
                        "hashes",
                        byte[].class,
                        entities.stream().map(this::hash).toList())
                .reduceResultSet(new HashMap<>(), (nodes, row, context) -> {
                    nodes.put(entities.get(row.getInt("ordinal") - 1), row.getLong("node_id"));
                    return nodes;
                });
    }

    private void insert(Handle handle, List<Entity> entities, Instant now) {
        handle.createUpdate("""
                        insert into identity_node (source, entity_hash, entity, created_at)
                        select source, entity_hash, entity, :now
                        from unnest(:sources, :hashes, :entities) as w (source, entity_hash, entity)
                        order by source, entity_hash
                        on conflict do nothing
                        """)
                .bindArray(
                        "sources",
                        String.class,
                        entities.stream().map(Entity::source).toList())
                .bindArray(
                        "hashes",
                        byte[].class,
                        entities.stream().map(this::hash).toList())
                .bindArray(
                        "entities",
                        byte[].class,
                        entities.stream()
                                .map(entity -> encryption.encrypt(entity.name(), "entity"))
                                .toList())
                .bind("now", now)
                .execute();
    }

    private byte[] hash(Entity entity) {
        return encryption.hash("entity:" + entity.source(), entity.name());
    }
}
