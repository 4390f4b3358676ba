package io.attune.identity;

import io.attune.identity.probable.Proposals;
import io.attune.identity.probable.ScoredPair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** How far runs have come, and the pairs that they have still to apply. Stateless and thread-safe; in the caller's transaction. */
final class MatchRuns {
    UUID begin(Handle handle, Optional<String> source, String actor, Instant now) {
        UUID run = UUID.randomUUID();
        handle.createUpdate("""
                        insert into match_run (run_id, source, actor, phase, started_at, updated_at)
                        values (:run, :source, :actor, 'reading', :now, :now)
                        """)
                .bind("run", run)
                .bind("source", source.orElse(null))
                .bind("actor", actor)
                .bind("now", now)
                .execute();
        return run;
    }

    /** The newest runs, one that has not ended before all others. */
    List<MatchRun> list(Handle handle, int most) {
        return handle.createQuery("""
                        select * from match_run order by phase in ('done', 'failed'), started_at desc, run_id limit :most
                        """)
                .bind("most", most)
                .map((row, context) -> run(row))
                .list();
    }

    MatchRun find(Handle handle, UUID run) {
        return handle.createQuery("select * from match_run where run_id = :run")
                .bind("run", run)
                .map((row, context) -> run(row))
                .one();
    }

    void phase(Handle handle, UUID run, String phase, long done, long total, Instant now) {
        handle.createUpdate("""
                        update match_run set phase = :phase, done = :done, total = :total, updated_at = :now where run_id = :run
                        """)
                .bind("run", run)
                .bind("phase", phase)
                .bind("done", done)
                .bind("total", total)
                .bind("now", now)
                .execute();
    }

    void failed(Handle handle, UUID run, String message, Instant now) {
        handle.createUpdate(
                        "update match_run set phase = 'failed', message = :message, updated_at = :now where run_id = :run")
                .bind("run", run)
                .bind("message", message)
                .bind("now", now)
                .execute();
    }

    /** Keeps pairs to be applied, in order from a position on. */
    void keep(Handle handle, UUID run, long position, List<ScoredPair> pairs) {
        List<Long> positions = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            positions.add(position + i);
        }
        handle.createUpdate("""
                        insert into match_pending (run_id, position, node_low, node_high, log_odds)
                        select :run, position, low, high, odds
                        from unnest(:positions, :lows, :highs, :odds) as p (position, low, high, odds)
                        """)
                .bind("run", run)
                .bindArray("positions", Long.class, positions)
                .bindArray(
                        "lows", Long.class, pairs.stream().map(ScoredPair::low).toList())
                .bindArray(
                        "highs",
                        Long.class,
                        pairs.stream().map(ScoredPair::high).toList())
                .bindArray(
                        "odds",
                        Double.class,
                        pairs.stream().map(ScoredPair::logOdds).toList())
                .execute();
    }

    void forget(Handle handle, UUID run) {
        handle.createUpdate("delete from match_pending where run_id = :run")
                .bind("run", run)
                .execute();
    }

    /** Takes the next pairs out of those that are kept. */
    List<ScoredPair> take(Handle handle, UUID run, int most) {
        return handle
                .createQuery("""
                        with next as (
                          select position from match_pending where run_id = :run order by position limit :most
                        )
                        delete from match_pending p using next
                        where p.run_id = :run and p.position = next.position
                        returning p.node_low, p.node_high, p.log_odds
                        """)
                .bind("run", run)
                .bind("most", most)
                .map((row, context) ->
                        new ScoredPair(row.getLong("node_low"), row.getLong("node_high"), row.getDouble("log_odds")))
                .list()
                .stream()
                .sorted(ScoredPair.MOST_PROBABLE_FIRST)
                .toList();
    }

    void applied(Handle handle, UUID run, Proposals proposals, int merges, Instant now) {
        handle.createUpdate("""
                        update match_run set done = done + :pairs, joined = joined + :merges,
                          reviewed = reviewed + :reviewed, updated_at = :now
                        where run_id = :run
                        """)
                .bind("run", run)
                .bind("pairs", proposals.sure().size() + proposals.review().size())
                .bind("merges", merges)
                .bind("reviewed", proposals.review().size())
                .bind("now", now)
                .execute();
    }

    private static MatchRun run(ResultSet row) throws SQLException {
        return new MatchRun(
                row.getObject("run_id", UUID.class),
                Optional.ofNullable(row.getString("source")),
                row.getString("actor"),
                row.getString("phase"),
                row.getLong("done"),
                row.getLong("total"),
                row.getLong("joined"),
                row.getLong("reviewed"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                Optional.ofNullable(row.getString("message")));
    }
}
