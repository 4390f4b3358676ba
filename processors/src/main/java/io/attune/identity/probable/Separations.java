package io.attune.identity.probable;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who was told apart: no profile may hold nodes of both sides. Stateless and thread-safe; works inside the caller's transaction. */
public final class Separations {
    /** Remembers that two groups of nodes are two people. */
    public void separate(Handle handle, Collection<Long> some, Collection<Long> others, Instant now) {
        UUID separation = UUID.randomUUID();
        side(handle, separation, 0, some, now);
        side(handle, separation, 1, others, now);
    }

    private static void side(Handle handle, UUID separation, int side, Collection<Long> nodes, Instant now) {
        handle.createUpdate("""
                        insert into separation (separation_id, side, node_id, decided_at)
                        select :separation, :side, node_id, :now from unnest(:nodes) as n (node_id)
                        """)
                .bind("separation", separation)
                .bind("side", side)
                .bindArray("nodes", Long.class, nodes)
                .bind("now", now)
                .execute();
    }

    /** Of some profiles, those that may not become one, by each other. */
    public Map<UUID, Set<UUID>> among(Handle handle, Collection<UUID> profiles) {
        Map<UUID, Set<UUID>> apart = new HashMap<>();
        handle.createQuery("""
                        with owned as (
                          select s.separation_id, s.side, m.profile_id
                          from membership m join separation s on s.node_id = m.node_id
                          where m.profile_id = any(:profiles) and m.until is null
                        )
                        select distinct a.profile_id as one, b.profile_id as other
                        from owned a join owned b on b.separation_id = a.separation_id and b.side = 1
                        where a.side = 0 and a.profile_id <> b.profile_id
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .reduceResultSet(apart, (pairs, row, context) -> {
                    UUID one = row.getObject("one", UUID.class);
                    UUID other = row.getObject("other", UUID.class);
                    pairs.computeIfAbsent(one, key -> new HashSet<>()).add(other);
                    pairs.computeIfAbsent(other, key -> new HashSet<>()).add(one);
                    return pairs;
                });
        return apart;
    }

    /** Forgets what tells two nodes apart: somebody decided that they are one person after all. */
    public void revoke(Handle handle, long one, long other) {
        handle.createUpdate("""
                        delete from separation where separation_id in (
                          select a.separation_id from separation a join separation b
                            on b.separation_id = a.separation_id and b.side <> a.side
                          where a.node_id = :one and b.node_id = :other)
                        """).bind("one", one).bind("other", other).execute();
    }
}
