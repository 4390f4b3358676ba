package io.attune.identity.probable;

import io.attune.identity.matching.MatchingDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Whom nodes are compared with: those that share a selective key. The work for a node is bounded. Stateless and thread-safe. */
final class Candidates {
    private Candidates() {}

    /** For each node those that share most keys with it, of equals the oldest. A key that too many share is skipped. */
    static Map<Long, List<Long>> find(Handle handle, Map<Long, List<Long>> keys, MatchingDefinition.Store limits) {
        List<Long> nodes = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        keys.forEach((node, of) -> of.forEach(key -> {
            nodes.add(node);
            values.add(key);
        }));
        if (nodes.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery("""
                        select node_id, candidate from (
                          select s.node_id, s.candidate,
                            row_number() over (partition by s.node_id order by s.shared desc, s.candidate) as place
                          from (
                            select w.node_id, c.candidate, count(*) as shared
                            from unnest(:nodes, :keys) as w (node_id, key)
                            cross join lateral (
                              select array_agg(k.node_id) as members
                              from (select node_id from match_key where key = w.key limit :block + 1) k) b
                            cross join lateral unnest(b.members) as c (candidate)
                            where cardinality(b.members) <= :block and c.candidate <> w.node_id
                            group by w.node_id, c.candidate) s) ranked
                        where place <= :most
                        order by node_id, place
                        """)
                .bindArray("nodes", Long.class, nodes)
                .bindArray("keys", Long.class, values)
                .bind("block", limits.block())
                .bind("most", limits.candidates())
                .reduceResultSet(new HashMap<>(), (candidates, row, context) -> {
                    candidates
                            .computeIfAbsent(row.getLong("node_id"), node -> new ArrayList<>())
                            .add(row.getLong("candidate"));
                    return candidates;
                });
    }
}
