package io.attune.identity.probable;

import io.attune.identity.matching.Attribute;
import io.attune.identity.matching.StoreMatching;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The keys under which nodes are found, and what tells whether a node has changed. Thread-safe; the nodes are locked by the caller. */
final class MatchNodes {
    private final StoreMatching matching;
    private final KeyedHashes hashes;

    MatchNodes(StoreMatching matching, KeyedHashes hashes) {
        this.matching = matching;
        this.hashes = hashes;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never changed
    private record Described(long node, byte[] content, Long names, Long birthDate) {}

    /**
     * Writes keys and hashes of the nodes that changed; a node without values is forgotten.
     *
     * @param nodes all that may have changed
     * @param normalized their values
     * @return the keys of those that did change and can be matched
     */
    Map<Long, List<Long>> write(
            Handle handle, Collection<Long> nodes, Map<Long, Map<Attribute, String>> normalized, Instant now) {
        Map<Long, byte[]> known = contents(handle, nodes);
        List<Described> changed = new ArrayList<>();
        new TreeMap<>(normalized).forEach((node, values) -> {
            byte[] content = hashes.content(values);
            if (!Arrays.equals(content, known.get(node))) {
                changed.add(new Described(
                        node,
                        content,
                        hashes.names(values).orElse(null),
                        hashes.birthDate(values).orElse(null)));
            }
        });
        forget(
                handle,
                known.keySet().stream()
                        .filter(node -> !normalized.containsKey(node))
                        .collect(Collectors.toSet()));
        if (changed.isEmpty()) {
            return Map.of();
        }
        describe(handle, changed, now);
        Map<Long, List<Long>> keys = new TreeMap<>();
        changed.forEach(one -> keys.put(one.node(), keys(normalized.get(one.node()))));
        // A node that is new here has no keys yet.
        replaceKeys(
                handle,
                changed.stream().map(Described::node).filter(known::containsKey).collect(Collectors.toSet()),
                keys);
        return keys;
    }

    List<Long> keys(Map<Attribute, String> normalized) {
        return matching.limits().online()
                ? matching.keys(normalized).stream().map(hashes::key).distinct().toList()
                : List.of();
    }

    private static Map<Long, byte[]> contents(Handle handle, Collection<Long> nodes) {
        return handle.createQuery("select node_id, content_hash from match_node where node_id = any(:nodes)")
                .bindArray("nodes", Long.class, nodes)
                .reduceResultSet(new HashMap<>(), (contents, row, context) -> {
                    contents.put(row.getLong("node_id"), row.getBytes("content_hash"));
                    return contents;
                });
    }

    /** Flagged nodes, as soon as every transaction has ended that might have written at the same moment. */
    Set<Long> flagged(Handle handle, int most) {
        return handle.createQuery("""
                        select node_id from match_node where recheck < pg_snapshot_xmin(pg_current_snapshot())
                        order by node_id limit :most
                        """).bind("most", most).mapTo(Long.class).set();
    }

    void matched(Handle handle, Collection<Long> nodes, Instant now) {
        handle.createUpdate("update match_node set matched_at = :now, recheck = null where node_id = any(:nodes)")
                .bindArray("nodes", Long.class, nodes)
                .bind("now", now)
                .execute();
    }

    // Of two transactions that write at the same moment, the younger sees that the older is under way: it flags its
    // nodes, and
    // has them matched again when both have ended.
    private static void describe(Handle handle, List<Described> changed, Instant now) {
        handle.createUpdate("""
                        insert into match_node (node_id, content_hash, names_hash, birth_hash, matched_at, recheck)
                        select node_id, content_hash, names_hash, birth_hash, :now,
                          case when pg_snapshot_xmin(pg_current_snapshot()) < pg_current_xact_id()
                            then pg_current_xact_id() end
                        from unnest(:nodes, :contents, :names, :births)
                          as n (node_id, content_hash, names_hash, birth_hash)
                        on conflict (node_id) do update set content_hash = excluded.content_hash,
                          names_hash = excluded.names_hash, birth_hash = excluded.birth_hash, matched_at = excluded.matched_at,
                          recheck = excluded.recheck
                        """)
                .bindArray(
                        "nodes",
                        Long.class,
                        changed.stream().map(Described::node).toList())
                .bindArray(
                        "contents",
                        byte[].class,
                        changed.stream().map(Described::content).toList())
                .bindArray(
                        "names",
                        Long.class,
                        changed.stream().map(Described::names).collect(Collectors.toList()))
                .bindArray(
                        "births",
                        Long.class,
                        changed.stream().map(Described::birthDate).collect(Collectors.toList()))
                .bind("now", now)
                .execute();
    }

    private static void replaceKeys(Handle handle, Set<Long> outdated, Map<Long, List<Long>> keys) {
        deleteKeys(handle, outdated);
        List<Long> nodes = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        keys.forEach((node, of) -> of.forEach(key -> {
            nodes.add(node);
            values.add(key);
        }));
        if (!nodes.isEmpty()) {
            handle.createUpdate("""
                            insert into match_key (key, node_id)
                            select key, node_id from unnest(:keys, :nodes) as k (key, node_id)
                            on conflict do nothing
                            """)
                    .bindArray("keys", Long.class, values)
                    .bindArray("nodes", Long.class, nodes)
                    .execute();
        }
    }

    private static void deleteKeys(Handle handle, Collection<Long> nodes) {
        if (!nodes.isEmpty()) {
            handle.createUpdate("delete from match_key where node_id = any(:nodes)")
                    .bindArray("nodes", Long.class, nodes)
                    .execute();
        }
    }

    private static void forget(Handle handle, Collection<Long> nodes) {
        if (!nodes.isEmpty()) {
            deleteKeys(handle, nodes);
            handle.createUpdate("delete from match_node where node_id = any(:nodes)")
                    .bindArray("nodes", Long.class, nodes)
                    .execute();
        }
    }
}
