package io.attune.identity;

import io.attune.database.Database;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.identity.matching.MatchedTable;
import io.attune.identity.matching.Verdict;
import io.attune.identity.probable.ProbableMatching;
import io.attune.identity.probable.Proposals;
import io.attune.identity.probable.ScoredPair;
import io.attune.identity.probable.StoreReader;
import io.attune.profile.ProfileMerge;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches the whole store (bean {@code identityMatching}): learns a model of it, which is in use from then on, and joins whom matching
 * by record has missed. One run at a time on all nodes. The pairs that a run found are kept, and applied in short transactions; a
 * run that is broken off goes on where it was, or begins anew if it had not found any. Thread-safe.
 */
public final class MatchJob {
    private static final Logger LOG = LoggerFactory.getLogger(MatchJob.class);
    private static final long LOCK = 0x617474756e6d6174L;
    private static final int CHUNK = 200;
    private static final int KEPT_AT_ONCE = 5_000;
    private static final int RECHECKED_AT_ONCE = 200;
    private static final int CONTENTION_ATTEMPTS = 5;
    private static final int FEWEST = 50;

    private final Database database;
    private final Callable<Connection> connections;
    private final ProbableMatching probable;
    private final IdentityResolver resolver;
    private final Clock clock;
    private final MatchRuns runs = new MatchRuns();

    /** @param connections opens one outside of the pool, which holds the lock of a run */
    public MatchJob(
            Database database,
            Callable<Connection> connections,
            ProbableMatching probable,
            IdentityResolver resolver,
            Clock clock) {
        this.database = database;
        this.connections = connections;
        this.probable = probable;
        this.resolver = resolver;
        this.clock = clock;
    }

    /** The newest runs, whichever node runs them. */
    public List<MatchRun> runs(int most) {
        return database.inHandle(handle -> runs.list(handle, most));
    }

    private Optional<MatchRun> latest() {
        return runs(1).stream().findFirst();
    }

    /**
     * Runs until everything is applied; goes on with a run that was broken off.
     *
     * @param source join only records of this source
     * @throws AttuneException {@code MATCHING_RUNS} when a run is under way
     */
    public MatchRun run(Optional<String> source, String actor) {
        return alone(() -> {
                    MatchRun run = latest().filter(last -> !last.ended()).orElseGet(() -> begin(source, actor));
                    return finish(run);
                })
                .orElseThrow(() -> new AttuneException(
                        "MATCHING_RUNS",
                        ErrorCategory.USER,
                        "the store is being matched already: GET /v1/jobs/match tells how far it is"));
    }

    private MatchRun begin(Optional<String> source, String actor) {
        return stored(database.inTransaction(handle -> runs.begin(handle, source, actor, now())));
    }

    private MatchRun stored(UUID run) {
        return database.inHandle(handle -> runs.find(handle, run));
    }

    /**
     * What the clock asks for: goes on with a run that was broken off, and matches nodes again that were matched while other
     * transactions wrote.
     *
     * @return how many nodes were matched again
     */
    public int tend() {
        alone(() -> latest().filter(run -> !run.ended()).map(this::finish));
        int rechecked = 0;
        for (Set<Long> flagged = flagged(); !flagged.isEmpty(); flagged = flagged()) {
            Set<Long> nodes = flagged;
            patiently(handle -> resolver.match(handle, nodes, now()));
            rechecked += nodes.size();
        }
        return rechecked;
    }

    private Set<Long> flagged() {
        return database.inHandle(handle -> probable.flagged(handle, RECHECKED_AT_ONCE));
    }

    private MatchRun finish(MatchRun run) {
        try {
            if (!run.phase().equals("joining")) {
                find(run);
            }
            apply(run);
        } catch (RuntimeException failure) {
            String message = failure instanceof AttuneException known
                    ? known.getMessage()
                    : failure.getClass().getSimpleName() + "; the node's log says more";
            if (failure instanceof AttuneException) {
                LOG.warn("The store was not matched: {}", message);
            } else {
                LOG.error("The store was not matched", failure);
            }
            database.useTransaction(handle -> runs.failed(handle, run.id(), message, now()));
        }
        return stored(run.id());
    }

    private void find(MatchRun run) {
        database.useTransaction(handle -> runs.forget(handle, run.id()));
        StoreReader reader = probable.reader();
        long total = database.inHandle(StoreReader::count);
        long done = 0;
        phase(run, "reading", 0, total);
        while (patiently(handle -> reader.readMore(handle, now()))) {
            done = reader.nodes();
            phase(run, "reading", done, Math.max(done, total));
        }
        if (reader.nodes() < FEWEST) {
            throw new AttuneException(
                    "TOO_FEW_TO_LEARN",
                    ErrorCategory.USER,
                    "there are " + reader.nodes() + " records with a name or a birth date; " + FEWEST
                            + " are needed to learn from");
        }
        phase(run, "learning", 0, reader.nodes());
        MatchedTable matched = reader.learn();
        database.inTransaction(
                handle -> probable.models().keep(handle, reader.model(matched), reader.nodes(), run.actor()));
        Keeper keeper = new Keeper(run.id());
        reader.pairs(matched, run.source(), keeper::add);
        keeper.flush();
        phase(run, "joining", 0, keeper.position);
    }

    /** Keeps pairs, many at once. */
    private final class Keeper {
        private final UUID run;
        private final List<ScoredPair> waiting = new ArrayList<>();
        private long position;

        Keeper(UUID run) {
            this.run = run;
        }

        void add(ScoredPair pair) {
            waiting.add(pair);
            if (waiting.size() == KEPT_AT_ONCE) {
                flush();
            }
        }

        void flush() {
            if (!waiting.isEmpty()) {
                database.useTransaction(handle -> runs.keep(handle, run, position, waiting));
                position += waiting.size();
                waiting.clear();
            }
        }
    }

    private void apply(MatchRun run) {
        while (patiently(handle -> applyNext(handle, run.id()))) {
            LOG.debug("Pairs of run {} are applied", run.id());
        }
        MatchRun applied = stored(run.id());
        phase(run, "done", applied.total(), applied.total());
    }

    private boolean applyNext(Handle handle, UUID run) {
        List<ScoredPair> pairs = runs.take(handle, run, CHUNK);
        List<ScoredPair> sure = new ArrayList<>();
        List<ScoredPair> review = new ArrayList<>();
        pairs.forEach(pair -> (probable.verdict(pair.logOdds()) == Verdict.SURE ? sure : review).add(pair));
        Proposals proposals = new Proposals(sure, review);
        List<ProfileMerge> merges = pairs.isEmpty() ? List.of() : resolver.join(handle, proposals, now());
        runs.applied(handle, run, proposals, merges.size(), now());
        return !pairs.isEmpty();
    }

    private void phase(MatchRun run, String phase, long done, long total) {
        database.useTransaction(handle -> runs.phase(handle, run.id(), phase, done, total, now()));
    }

    private <T> T patiently(Function<Handle, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return database.inTransaction(work);
            } catch (RuntimeException failure) {
                if (!isContention(failure) || attempt == CONTENTION_ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isContention(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return "40001".equals(sql.getSQLState()) || "40P01".equals(sql.getSQLState());
            }
        }
        return false;
    }

    /** Runs unless a run is under way, here or on another node. The lock ends with the connection, whatever ends that. */
    private <T> Optional<T> alone(Supplier<T> work) {
        try (Connection connection = connections.call()) {
            if (!asks(connection, "select pg_try_advisory_lock(?)")) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                // A closed connection gives the lock back, but not at once.
                asks(connection, "select pg_advisory_unlock(?)");
            }
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new AttuneException(
                    "MATCHING_UNLOCKED", ErrorCategory.EXTERNAL, "the database does not answer: try again", failure);
        }
    }

    private static boolean asks(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
