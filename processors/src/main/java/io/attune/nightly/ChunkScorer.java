package io.attune.nightly;

import io.attune.database.Database;
import io.attune.nightly.RunStore.Chunk;
import io.attune.pipeline.Failure;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Scorer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores one chunk of a run on this node: reads its vectors, scores them, writes the scores and notes that it is done, in one
 * transaction. A chunk that is done already is left alone. Thread-safe.
 */
final class ChunkScorer {
    private static final Logger LOG = LoggerFactory.getLogger(ChunkScorer.class);
    private static final int ATTEMPTS = 5;
    private static final String VECTORS = """
            select profile_id::text, as_of::text, features::text from feature_vector
            where profile_id >= ? and (?::uuid is null or profile_id < ?::uuid) order by profile_id
            """;

    private final Database database;
    private final RunStore runs;
    private final ModelRegistry registry;
    private final Supplier<String> release;
    private final String node;
    private final Runnable finished;

    /**
     * For one node.
     *
     * @param release the hash of the release that the node runs
     * @param finished told when the last chunk of a run is done
     */
    ChunkScorer(
            Database database,
            RunStore runs,
            ModelRegistry registry,
            Supplier<String> release,
            String node,
            Runnable finished) {
        this.database = database;
        this.runs = runs;
        this.registry = registry;
        this.release = release;
        this.node = node;
        this.finished = finished;
    }

    /** The numbers of the chunks that are not done. */
    Collection<Integer> remaining(UUID run) {
        return runs.remaining(run);
    }

    /** Scores a chunk, and answers its number. */
    int score(UUID run, int number) {
        Optional<Chunk> chunk = runs.chunk(run, number);
        if (chunk.isPresent() && withoutContention(chunk.get())) {
            LOG.info("Everybody is scored: run {}", run);
            finished.run();
        }
        return number;
    }

    // The profile route writes the same rows; of a deadlock one side is told to try again.
    private boolean withoutContention(Chunk chunk) {
        for (int attempt = 1; ; attempt++) {
            try {
                return database.inTransaction(handle -> score(handle, chunk));
            } catch (RuntimeException failure) {
                if (Failure.of(failure) != Failure.CONTENTION || attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private boolean score(Handle handle, Chunk chunk) {
        try {
            ChunkCounts counts = score(handle.getConnection(), chunk);
            return runs.done(handle, chunk, node, counts);
        } catch (SQLException | IOException failure) {
            throw new ChunkException("chunk " + chunk.number() + " of run " + chunk.run() + " failed", failure);
        }
    }

    private ChunkCounts score(Connection connection, Chunk chunk) throws SQLException, IOException {
        Collection<Scorer> scorers = registry.champions();
        VectorReader vectors = new VectorReader(scorers);
        Map<Scorer, double[]> rows = new HashMap<>();
        scorers.forEach(scorer -> rows.put(scorer, new double[scorer.inputs().size()]));
        long profiles = 0;
        long scored = 0;
        try (PreparedStatement statement = connection.prepareStatement(VECTORS)) {
            statement.setObject(1, chunk.first());
            statement.setObject(2, chunk.until().orElse(null));
            statement.setObject(3, chunk.until().orElse(null));
            try (ResultSet stored = statement.executeQuery()) {
                ScoreCopy copy = new ScoreCopy(connection);
                try {
                    while (stored.next()) {
                        profiles++;
                        vectors.read(stored.getString(3));
                        for (Scorer scorer : scorers) {
                            scored += add(copy, stored, vectors, scorer, rows.get(scorer));
                        }
                    }
                    copy.merge(release.get());
                } finally {
                    copy.abandon();
                }
            }
        }
        return new ChunkCounts(profiles, scored, profiles * scorers.size() - scored);
    }

    private static int add(ScoreCopy copy, ResultSet stored, VectorReader vectors, Scorer scorer, double[] row)
            throws SQLException {
        vectors.copy(scorer, row);
        Optional<String> refusal = scorer.refusal(row);
        List<String> imputed = refusal.isPresent() ? List.of() : scorer.imputed(row);
        double value = refusal.isPresent() ? Double.NaN : scorer.answer(row);
        copy.add(scorer.card(), stored.getString(1), value, refusal.orElse(null), stored.getString(2), imputed);
        return refusal.isPresent() ? 0 : 1;
    }
}
