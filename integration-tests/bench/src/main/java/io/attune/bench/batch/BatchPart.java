package io.attune.bench.batch;

import com.hazelcast.core.HazelcastInstance;
import io.attune.bench.Comparison;
import io.attune.bench.Part;
import io.attune.bench.Workbench;
import io.attune.configuration.Configuration;
import io.attune.database.Database;
import io.attune.database.PooledDataSource;
import io.attune.database.TestPostgres;
import io.attune.memory.LocalHazelcast;
import io.attune.nightly.NightlyScoring;
import io.attune.nightly.ScoreRun;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Scorer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * The nightly run over everybody: by one member, beside the bare scoring of rows that are in memory and the bare COPY of the
 * scores into the table, one after the other; and by two members on this machine beside one. All must leave the same scores,
 * or nothing is printed.
 */
public final class BatchPart implements Part {
    private static final String MODEL = "churn";
    private static final long PAUSE = Duration.ofMillis(50).toNanos();
    private static final String COPY = "copy score (profile_id, model, version, value, as_of, release_hash) from stdin";

    @Override
    public List<Comparison> measure(Workbench workbench) {
        ModelRegistry registry = ModelRegistry.open(workbench.root().resolve("mojo-models/registry"));
        Scorer scorer = registry.champion(MODEL).orElseThrow();
        Everybody everybody = new Everybody(scorer, workbench.profiles());
        String name = TestPostgres.createDatabase();
        try (PooledDataSource pool = new PooledDataSource(TestPostgres.url(name))) {
            Database database = new Database(pool);
            everybody.write(database);
            return measure(workbench, registry, scorer, everybody, database);
        } catch (SQLException failed) {
            throw new IllegalStateException("the database did not close", failed);
        } finally {
            TestPostgres.dropDatabase(name);
        }
    }

    private static List<Comparison> measure(
            Workbench workbench, ModelRegistry registry, Scorer scorer, Everybody everybody, Database database) {
        double[][] rows = everybody.rows();
        List<Double> one = new ArrayList<>();
        List<Double> two = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int turn = 0; turn < workbench.turns(); turn++) {
            double alone = run(registry, database, 1, rows.length);
            String scores = scores(database);
            double together = run(registry, database, 2, rows.length);
            requireSame(scores, scores(database));
            double bareRate = bare(scorer, rows, everybody, database);
            requireSame(scores, scores(database));
            if (workbench.counts(turn)) {
                one.add(alone);
                two.add(together);
                bare.add(bareRate);
            }
            workbench.progress().show("batch", turn + 1L, workbench.turns());
        }
        String subject = String.format(Locale.ROOT, "nightly run, %,d profiles", rows.length);
        return List.of(
                new Comparison(subject + ", 1 member", "profiles/s", one, "bare scoring + bare COPY", bare),
                new Comparison(subject + ", 2 members", "profiles/s", two, "1 member", one));
    }

    /** Profiles a second of a run, from its asking to its end. */
    private static double run(ModelRegistry registry, Database database, int count, int profiles) {
        empty(database);
        List<HazelcastInstance> members = new ArrayList<>();
        try {
            List<NightlyScoring> nodes = new ArrayList<>();
            for (int member = 0; member < count; member++) {
                members.add(
                        LocalHazelcast.joining("bench-batch", UUID.randomUUID().toString(), members));
                nodes.add(new NightlyScoring(
                        members.get(member),
                        database,
                        registry,
                        () -> "release",
                        Configuration.load(Map.of(), Map.of("attune.node-name", "node-" + member))
                                .hub(),
                        () -> {},
                        UUID::randomUUID,
                        Clock.systemUTC()));
            }
            long start = System.nanoTime();
            nodes.get(0).start("bench");
            while (nodes.get(0).newest().flatMap(ScoreRun::finishedAt).isEmpty()) {
                LockSupport.parkNanos(PAUSE);
            }
            return profiles * 1e9 / (System.nanoTime() - start);
        } finally {
            members.forEach(member -> member.getLifecycleService().terminate());
        }
    }

    private static double bare(Scorer scorer, double[][] rows, Everybody everybody, Database database) {
        empty(database);
        long start = System.nanoTime();
        double[] scores = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            scores[row] = scorer.answer(rows[row]);
        }
        String version = scorer.card().version();
        everybody.copy(
                database,
                COPY,
                (line, person) -> line.append(Everybody.id(person))
                        .append('\t')
                        .append(MODEL)
                        .append('\t')
                        .append(version)
                        .append('\t')
                        .append(scores[person])
                        .append("\t2026-06-15 00:00:00+00\trelease"));
        return rows.length * 1e9 / (System.nanoTime() - start);
    }

    private static void empty(Database database) {
        database.useTransaction(handle -> handle.execute("truncate score, score_run_chunk, score_run"));
        database.useHandle(handle -> handle.execute("checkpoint"));
    }

    /** How many scores there are, and a sum over each with its profile. */
    private static String scores(Database database) {
        return database.inHandle(
                handle -> handle.createQuery("""
                        select count(*) || ' ' || bit_xor(hashtextextended(
                          concat_ws(' ', profile_id, model, version, value, reason, as_of), 0)) from score
                        """).mapTo(String.class).one());
    }

    private static void requireSame(String expected, String found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("the runs do not leave the same scores: " + expected + " and " + found);
        }
    }
}
