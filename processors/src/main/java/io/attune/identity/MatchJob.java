package io.attune.identity;

import io.attune.database.Database;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.identity.probable.ProbableMatching;
import io.attune.profile.ProfileMerge;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches the whole store (bean {@code identityMatching}): learns a model of it, which is in use from then on, and joins whom matching
 * by record has missed. One run at a time on all nodes. The pairs that a run found are kept, and applied in short transactions; a
 * run that is broken off goes on where it was, or begins anew if it had not found any. Thread-safe.
 */
public final class MatchJob {
    private static final Logger LOG = LoggerFactory.getLogger(MatchJob.class);
    private static final int RECHECKED_AT_ONCE = 200;

    private final Database database;
    private final PatientTransactions transactions;
    private final RunLock lock;
    private final ProbableMatching probable;
    private final IdentityResolver resolver;
    private final Clock clock;
    private final Consumer<Collection<UUID>> afterCommit;
    private final MatchRuns runs = new MatchRuns();
    private final StoreMatch match;

    /**
     * Makes the job.
     *
     * @param connections opens one outside of the pool, which holds the lock of a run
     * @param afterCommit told, after each transaction, which profiles it has changed
     */
    public MatchJob(
            Database database,
            Callable<Connection> connections,
            ProbableMatching probable,
            IdentityResolver resolver,
            Clock clock,
            Consumer<Collection<UUID>> afterCommit) {
        this.database = database;
        this.transactions = new PatientTransactions(database);
        this.lock = new RunLock(connections);
        this.probable = probable;
        this.resolver = resolver;
        this.clock = clock;
        this.afterCommit = afterCommit;
        this.match = new StoreMatch(database, probable, resolver, runs, this::now, this::tell);
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
        return lock.alone(() -> {
                    MatchRun run = latest().filter(last -> !last.ended()).orElseGet(() -> begin(source, actor));
                    return finish(run);
                })
                .orElseThrow(() -> new AttuneException(
                        "MATCHING_RUNS",
                        ErrorCategory.USER,
                        "the store is being matched already: GET /v1/jobs/match tells how far it is"));
    }

    /**
     * Puts a run up, which the clock takes up within a minute; one that is under way is answered as it is.
     *
     * @param source join only records of this source
     */
    public MatchRun request(Optional<String> source, String actor) {
        return lock.alone(() -> latest().filter(last -> !last.ended()).orElseGet(() -> begin(source, actor)))
                .or(this::latest)
                .orElseThrow();
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
        lock.alone(() -> latest().filter(run -> !run.ended()).map(this::finish));
        int rechecked = 0;
        for (Set<Long> flagged = flagged(); !flagged.isEmpty(); flagged = flagged()) {
            Set<Long> nodes = flagged;
            tell(transactions.run(handle -> resolver.match(handle, nodes, now())));
            rechecked += nodes.size();
        }
        return rechecked;
    }

    private void tell(List<ProfileMerge> merges) {
        afterCommit.accept(ProfileMerge.profiles(merges));
    }

    private Set<Long> flagged() {
        return database.inHandle(handle -> probable.flagged(handle, RECHECKED_AT_ONCE));
    }

    private MatchRun finish(MatchRun run) {
        try {
            match.finish(run);
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
