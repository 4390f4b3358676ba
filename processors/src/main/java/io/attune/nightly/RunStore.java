package io.attune.nightly;

import io.attune.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The tables {@code score_run} and {@code score_run_chunk}. Thread-safe. */
final class RunStore {
    private final Database database;
    private final Supplier<UUID> ids;
    private final Clock clock;

    RunStore(Database database, Supplier<UUID> ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** A part of the profiles: ids from the first one on, and before the other one. */
    record Chunk(UUID run, int number, UUID first, Optional<UUID> until) {}

    /** Begins a run over everybody who has a vector; while one is under way, answers that. */
    UUID begin(String release, String actor, int chunkSize) {
        UUID run = ids.get();
        return database.inTransaction(handle -> {
            int begun = handle.createUpdate("""
                            insert into score_run
                              (run_id, release_hash, started_at, started_by, profiles, chunks)
                            values (:run, :release, :now, :actor, 0, 0)
                            on conflict ((true)) where finished_at is null do nothing
                            """)
                    .bind("run", run)
                    .bind("release", release)
                    .bind("now", clock.instant())
                    .bind("actor", actor)
                    .execute();
            if (begun == 0) {
                return unfinished(handle).orElseThrow();
            }
            plan(handle, run, chunkSize);
            return run;
        });
    }

    private void plan(Handle handle, UUID run, int chunkSize) {
        handle.createUpdate("""
                        insert into score_run_chunk (run_id, chunk, first_id, until_id)
                        select :run, n / :size, profile_id, lead(profile_id) over (order by n)
                        from (select profile_id, row_number() over (order by profile_id) - 1 as n
                              from feature_vector) numbered
                        where n % :size = 0
                        """).bind("run", run).bind("size", chunkSize).execute();
        handle.createUpdate("""
                        update score_run set profiles = (select count(*) from feature_vector),
                          chunks = (select count(*) from score_run_chunk where run_id = :run)
                        where run_id = :run
                        """).bind("run", run).execute();
        finishIfDone(handle, run);
    }

    /** The run that is under way. */
    Optional<UUID> unfinished() {
        return database.inHandle(RunStore::unfinished);
    }

    private static Optional<UUID> unfinished(Handle handle) {
        return handle.createQuery("select run_id from score_run where finished_at is null")
                .mapTo(UUID.class)
                .findOne();
    }

    /** The numbers of the chunks that are not done. */
    List<Integer> remaining(UUID run) {
        return database.inHandle(handle -> handle.createQuery(
                        "select chunk from score_run_chunk where run_id = :run and done_at is null order by chunk")
                .bind("run", run)
                .mapTo(Integer.class)
                .list());
    }

    /** A chunk that is not done; empty when it is. */
    Optional<Chunk> chunk(UUID run, int number) {
        return database.inHandle(handle -> handle.createQuery("""
                        select first_id, until_id from score_run_chunk
                        where run_id = :run and chunk = :chunk and done_at is null
                        """)
                .bind("run", run)
                .bind("chunk", number)
                .map((row, context) -> new Chunk(
                        run,
                        number,
                        row.getObject("first_id", UUID.class),
                        Optional.ofNullable(row.getObject("until_id", UUID.class))))
                .findOne());
    }

    /**
     * Notes that a chunk is done, in the transaction that did it.
     *
     * @return whether the run is
     */
    boolean done(Handle handle, Chunk chunk, String node, ChunkCounts counts) {
        handle.createUpdate("""
                        update score_run_chunk
                        set node_name = :node, done_at = :now,
                            profiles = :profiles, scored = :scored, declined = :declined
                        where run_id = :run and chunk = :chunk
                        """)
                .bind("node", node)
                .bind("now", clock.instant())
                .bind("profiles", counts.profiles())
                .bind("scored", counts.scored())
                .bind("declined", counts.declined())
                .bind("run", chunk.run())
                .bind("chunk", chunk.number())
                .execute();
        return finishIfDone(handle, chunk.run());
    }

    private boolean finishIfDone(Handle handle, UUID run) {
        // Locked, so that of two last chunks the later one sees the other.
        handle.createQuery("select 1 from score_run where run_id = :run for update")
                .bind("run", run)
                .mapTo(Integer.class)
                .one();
        return handle.createUpdate("""
                        update score_run set finished_at = :now, problem = null
                        where run_id = :run and finished_at is null and not exists (
                          select from score_run_chunk where run_id = :run and done_at is null)
                        """)
                        .bind("run", run)
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    /** Notes why a run stands still. */
    void stuck(UUID run, String problem) {
        database.useTransaction(handle -> handle.createUpdate(
                        "update score_run set problem = :problem where run_id = :run and finished_at is null")
                .bind("problem", problem)
                .bind("run", run)
                .execute());
    }

    /** The run that began last. */
    Optional<ScoreRun> newest() {
        return database.inHandle(handle -> handle.createQuery("""
                        select r.*, count(c.done_at) as chunks_done, coalesce(sum(c.profiles), 0) as profiles_done,
                               coalesce(sum(c.scored), 0) as scored, coalesce(sum(c.declined), 0) as declined,
                               coalesce(max(c.done_at), r.started_at) as last_done_at
                        from (select * from score_run order by started_at desc limit 1) r
                        left join score_run_chunk c on c.run_id = r.run_id
                        group by r.run_id, r.release_hash, r.started_at, r.started_by, r.finished_at, r.problem,
                                 r.profiles, r.chunks
                        """)
                .map((row, context) -> run(row, nodes(handle, row.getObject("run_id", UUID.class))))
                .findOne());
    }

    private static Map<String, Integer> nodes(Handle handle, UUID run) {
        return handle.createQuery("""
                        select node_name, count(*) as chunks from score_run_chunk
                        where run_id = :run and done_at is not null group by node_name
                        """).bind("run", run).reduceResultSet(new HashMap<>(), (nodes, row, context) -> {
            nodes.put(row.getString("node_name"), row.getInt("chunks"));
            return nodes;
        });
    }

    private static ScoreRun run(ResultSet row, Map<String, Integer> nodes) throws SQLException {
        return new ScoreRun(
                row.getObject("run_id", UUID.class),
                row.getString("release_hash"),
                instant(row, "started_at").orElseThrow(),
                row.getString("started_by"),
                instant(row, "finished_at"),
                Optional.ofNullable(row.getString("problem")),
                row.getLong("profiles"),
                row.getInt("chunks"),
                row.getInt("chunks_done"),
                row.getLong("profiles_done"),
                row.getLong("scored"),
                row.getLong("declined"),
                instant(row, "last_done_at").orElseThrow(),
                nodes);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
