package io.attune.identity;

import io.attune.identity.MatchedPair.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table of matched pairs, as whoever decides sees it. Stateless and thread-safe; works inside the caller's transaction. */
final class ReviewQueue {
    private static final String PAIRS = """
            select p.pair_id, p.origin, p.state, p.cause, p.bits, p.model_version, p.found_at, p.decided_at, p.actor, p.remark,
              p.node_low, p.node_high, nl.source as source_low, nh.source as source_high,
              ml.profile_id as profile_low, mh.profile_id as profile_high
            from match_pair p
            join identity_node nl on nl.node_id = p.node_low
            join identity_node nh on nh.node_id = p.node_high
            join membership ml on ml.node_id = p.node_low and ml.until is null
            join membership mh on mh.node_id = p.node_high and mh.until is null
            """;

    Map<String, Long> counts(Handle handle) {
        return handle.createQuery("select state, count(*) as pairs from match_pair group by state")
                .reduceResultSet(new HashMap<>(), (counts, row, context) -> {
                    counts.put(row.getString("state"), row.getLong("pairs"));
                    return counts;
                });
    }

    List<MatchedPair> list(Handle handle, String state, int limit) {
        String sql = state.equals("review")
                ? """
                        select * from (
                          select distinct on (least(profile_low, profile_high), greatest(profile_low, profile_high)) *
                          from (%s) all_pairs where state = 'review' and profile_low <> profile_high
                          order by least(profile_low, profile_high), greatest(profile_low, profile_high),
                            bits desc nulls first, pair_id) pairs
                        order by bits desc nulls first, pair_id limit :limit
                        """.formatted(PAIRS)
                : PAIRS
                        + " where p.state = :state order by coalesce(p.decided_at, p.found_at) desc, p.pair_id limit :limit";
        var query = handle.createQuery(sql).bind("limit", limit);
        return (state.equals("review") ? query : query.bind("state", state))
                .map((row, context) -> pair(row))
                .list();
    }

    Optional<MatchedPair> find(Handle handle, UUID id) {
        return handle.createQuery(PAIRS + " where p.pair_id = :id")
                .bind("id", id)
                .map((row, context) -> pair(row))
                .findOne();
    }

    /** What is up for review between two profiles. */
    List<MatchedPair> between(Handle handle, UUID one, UUID other) {
        return handle.createQuery(PAIRS + """
                         where p.state = 'review'
                           and ((ml.profile_id = :one and mh.profile_id = :other)
                             or (ml.profile_id = :other and mh.profile_id = :one))
                        """)
                .bind("one", one)
                .bind("other", other)
                .map((row, context) -> pair(row))
                .list();
    }

    /** A refused pair between the profiles of another. */
    Optional<UUID> refusal(Handle handle, MatchedPair pair) {
        return handle.createQuery("""
                        select p.pair_id from match_pair p
                        join membership ml on ml.node_id = p.node_low and ml.until is null
                        join membership mh on mh.node_id = p.node_high and mh.until is null
                        where p.state = 'refused' and ml.profile_id in (:one, :other) and mh.profile_id in (:one, :other)
                          and ml.profile_id <> mh.profile_id
                        order by p.pair_id limit 1
                        """)
                .bind("one", pair.first().profile())
                .bind("other", pair.second().profile())
                .mapTo(UUID.class)
                .findOne();
    }

    void decide(Handle handle, Collection<UUID> ids, String state, String reason, String actor, Instant now) {
        handle.createUpdate("""
                        update match_pair set state = :state, remark = :reason, actor = :actor, decided_at = :now
                        where pair_id = any(:ids)
                        """)
                .bindArray("ids", UUID.class, ids)
                .bind("state", state)
                .bind("reason", reason)
                .bind("actor", actor)
                .bind("now", now)
                .execute();
    }

    /** What was up for review within a profile is accepted with what made it one. */
    void settle(Handle handle, UUID profile, String actor, Instant now) {
        handle.createUpdate("""
                        update match_pair p set state = 'accepted', actor = :actor, decided_at = :now
                        from membership ml, membership mh
                        where p.state = 'review' and ml.node_id = p.node_low and ml.until is null
                          and mh.node_id = p.node_high and mh.until is null
                          and ml.profile_id = :profile and mh.profile_id = :profile
                        """)
                .bind("profile", profile)
                .bind("actor", actor)
                .bind("now", now)
                .execute();
    }

    /** Refuses all pairs between the nodes of two profiles, whatever they were. */
    void refuseBetween(Handle handle, UUID one, UUID other, String reason, String actor, Instant now) {
        handle.createUpdate("""
                        update match_pair p set state = 'refused', remark = :reason, actor = :actor, decided_at = :now
                        from membership ml, membership mh
                        where ml.node_id = p.node_low and ml.until is null and mh.node_id = p.node_high and mh.until is null
                          and ((ml.profile_id = :one and mh.profile_id = :other)
                            or (ml.profile_id = :other and mh.profile_id = :one))
                        """)
                .bind("one", one)
                .bind("other", other)
                .bind("reason", reason)
                .bind("actor", actor)
                .bind("now", now)
                .execute();
    }

    /** Identifiers that only one profile has join again: what had told that several share them was a mistake. */
    void rejoin(Handle handle, UUID profile) {
        handle.createUpdate("""
                        update identifier i set joins = true
                        where not i.joins
                          and i.identifier_id in (
                            select l.identifier_id from membership m join node_identifier l on l.node_id = m.node_id
                            where m.profile_id = :profile and m.until is null)
                          and not exists (
                            select from node_identifier l
                            join membership m on m.node_id = l.node_id and m.until is null
                            where l.identifier_id = i.identifier_id and m.profile_id <> :profile)
                        """).bind("profile", profile).execute();
    }

    private static MatchedPair pair(ResultSet row) throws SQLException {
        double found = row.getDouble("bits");
        Optional<Double> bits = row.wasNull() ? Optional.empty() : Optional.of(found);
        return new MatchedPair(
                row.getObject("pair_id", UUID.class),
                side(row, "low"),
                side(row, "high"),
                row.getString("origin"),
                row.getString("state"),
                row.getString("cause"),
                bits,
                bits.map(odds -> 1 / (1 + Math.pow(2, -odds))),
                row.getLong("model_version"),
                row.getTimestamp("found_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("actor")),
                Optional.ofNullable(row.getString("remark")));
    }

    private static Side side(ResultSet row, String which) throws SQLException {
        return new Side(
                row.getLong("node_" + which),
                row.getString("source_" + which),
                row.getObject("profile_" + which, UUID.class));
    }
}
