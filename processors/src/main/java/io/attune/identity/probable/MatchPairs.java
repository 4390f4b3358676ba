package io.attune.identity.probable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Pairs that matching joined or that somebody should look at. Stateless and thread-safe; works inside the caller's transaction. */
public final class MatchPairs {
    /** Remembers pairs that were joined as sure. */
    public void joined(Handle handle, Collection<ScoredPair> pairs, long modelVersion, Instant now) {
        write(handle, pairs.stream().map(pair -> new Doubt(pair, Doubt.Cause.DOUBTFUL)), "joined", modelVersion, now);
    }

    /**
     * Puts pairs up for review, except those whose people are one already, or were told apart: what was refused is not proposed
     * again. Sorted, so that two transactions with common pairs wait for each other instead of deadlocking.
     *
     * @return how many were put up or brought up to date
     */
    public int review(Handle handle, Collection<Doubt> doubts, long modelVersion, Instant now) {
        return write(handle, doubts.stream(), "review", modelVersion, now);
    }

    private static int write(Handle handle, Stream<Doubt> doubts, String state, long modelVersion, Instant now) {
        List<Doubt> all = doubts.toList();
        if (all.isEmpty()) {
            return 0;
        }
        boolean review = state.equals("review");
        return handle.createUpdate("""
                        insert into match_pair as old
                          (node_low, node_high, origin, state, cause, bits, model_version, found_at)
                        select distinct on (w.low, w.high)
                          w.low, w.high, 'probable', :state, w.cause, w.bits, :version, :now
                        from unnest(:lows, :highs, :bits, :causes) as w (low, high, bits, cause)
                        """ + (review ? UNDECIDED : "") + """
                         order by w.low, w.high, w.bits desc
                        on conflict (node_low, node_high) do update
                          set state = excluded.state, cause = excluded.cause, bits = excluded.bits,
                            model_version = excluded.model_version
                          where old.state = 'review'
                        """)
                .bind("state", state)
                .bind("version", modelVersion)
                .bind("now", now)
                .bindArray(
                        "lows",
                        Long.class,
                        all.stream().map(doubt -> doubt.pair().low()).toList())
                .bindArray(
                        "highs",
                        Long.class,
                        all.stream().map(doubt -> doubt.pair().high()).toList())
                .bindArray(
                        "bits",
                        Double.class,
                        all.stream().map(doubt -> doubt.pair().bits()).toList())
                .bindArray(
                        "causes",
                        String.class,
                        all.stream()
                                .map(doubt -> review ? doubt.cause().code() : "sure")
                                .toList())
                .execute();
    }

    private static final String UNDECIDED = """
            join membership ml on ml.node_id = w.low and ml.until is null
            join membership mh on mh.node_id = w.high and mh.until is null
            where ml.profile_id <> mh.profile_id
              and (w.cause = 'told apart' or not exists (
                select from membership a
                join separation s on s.node_id = a.node_id
                join separation o on o.separation_id = s.separation_id and o.side <> s.side
                join membership b on b.node_id = o.node_id and b.until is null
                where a.profile_id = ml.profile_id and a.until is null and b.profile_id = mh.profile_id))
            """;

    /** A node to which a source gave an identifier of somebody with whom it must not be joined unseen. */
    public record BlockedLink(long node, long identifier, Doubt.Cause cause) {}

    /** Puts up for review what an identifier would have joined; the identifier joins nobody from now on. */
    public void blocked(Handle handle, Collection<BlockedLink> links, long modelVersion, Instant now) {
        if (links.isEmpty()) {
            return;
        }
        handle.createUpdate("update identifier set joins = false where identifier_id = any(:identifiers)")
                .bindArray(
                        "identifiers",
                        Long.class,
                        links.stream().map(BlockedLink::identifier).toList())
                .execute();
        handle.createUpdate("""
                        insert into match_pair
                          (node_low, node_high, origin, state, cause, model_version, found_at)
                        select distinct on (least(w.node, p.node_id), greatest(w.node, p.node_id))
                          least(w.node, p.node_id), greatest(w.node, p.node_id), 'identifier', 'review', w.cause, :version, :now
                        from unnest(:nodes, :identifiers, :causes) as w (node, identifier, cause)
                        join membership mine on mine.node_id = w.node and mine.until is null
                        cross join lateral (
                          select l.node_id from node_identifier l
                          join membership m on m.node_id = l.node_id and m.until is null
                          where l.identifier_id = w.identifier and m.profile_id <> mine.profile_id
                          order by l.node_id limit 1) p
                        order by least(w.node, p.node_id), greatest(w.node, p.node_id), w.cause
                        on conflict (node_low, node_high) do nothing
                        """)
                .bindArray(
                        "nodes",
                        Long.class,
                        links.stream().map(BlockedLink::node).toList())
                .bindArray(
                        "identifiers",
                        Long.class,
                        links.stream().map(BlockedLink::identifier).toList())
                .bindArray(
                        "causes",
                        String.class,
                        links.stream().map(link -> link.cause().code()).toList())
                .bind("version", modelVersion)
                .bind("now", now)
                .execute();
    }
}
