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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The two halves of a run: it learns a model of the store and keeps the pairs that it finds; then it applies them. Thread-safe. */
final class StoreMatch {
    private static final int CHUNK = 200;
    private static final int FEWEST = 50;

    private final Database database;
    private final PatientTransactions transactions;
    private final ProbableMatching probable;
    private final IdentityResolver resolver;
    private final MatchRuns runs;
    private final Supplier<Instant> now;
    private final Consumer<List<ProfileMerge>> afterCommit;

    /** @param afterCommit told, after each transaction, what it has merged */
    StoreMatch(
            Database database,
            ProbableMatching probable,
            IdentityResolver resolver,
            MatchRuns runs,
            Supplier<Instant> now,
            Consumer<List<ProfileMerge>> afterCommit) {
        this.database = database;
        this.transactions = new PatientTransactions(database);
        this.probable = probable;
        this.resolver = resolver;
        this.runs = runs;
        this.now = now;
        this.afterCommit = afterCommit;
    }

    /** Goes through a run from where it is to its end. */
    void finish(MatchRun run) {
        if (!run.phase().equals("joining")) {
            find(run);
        }
        apply(run);
    }

    private void find(MatchRun run) {
        database.useTransaction(handle -> runs.forget(handle, run.id()));
        StoreReader reader = read(run);
        phase(run, "learning", 0, reader.nodes());
        MatchedTable matched = reader.learn();
        database.inTransaction(
                handle -> probable.models().keep(handle, reader.model(matched), reader.nodes(), run.actor()));
        FoundPairs found = new FoundPairs(database, runs, run.id());
        reader.pairs(matched, run.source(), found::add);
        found.flush();
        phase(run, "joining", 0, found.count());
    }

    private StoreReader read(MatchRun run) {
        StoreReader reader = probable.reader();
        long total = database.inHandle(StoreReader::count);
        phase(run, "reading", 0, total);
        while (transactions.run(handle -> reader.readMore(handle, now.get()))) {
            phase(run, "reading", reader.nodes(), Math.max(reader.nodes(), total));
        }
        if (reader.nodes() < FEWEST) {
            throw new AttuneException(
                    "TOO_FEW_TO_LEARN",
                    ErrorCategory.USER,
                    "there are " + reader.nodes() + " records with a name or a birth date; " + FEWEST
                            + " are needed to learn from");
        }
        return reader;
    }

    private void apply(MatchRun run) {
        Optional<List<ProfileMerge>> merges = transactions.run(handle -> applyNext(handle, run.id()));
        while (merges.isPresent()) {
            afterCommit.accept(merges.get());
            merges = transactions.run(handle -> applyNext(handle, run.id()));
        }
        long total = database.inHandle(handle -> runs.find(handle, run.id())).total();
        phase(run, "done", total, total);
    }

    /** Applies some pairs; empty when none are left. */
    private Optional<List<ProfileMerge>> applyNext(Handle handle, UUID run) {
        List<ScoredPair> pairs = runs.take(handle, run, CHUNK);
        List<ScoredPair> sure = new ArrayList<>();
        List<ScoredPair> review = new ArrayList<>();
        pairs.forEach(pair -> (probable.verdict(pair.logOdds()) == Verdict.SURE ? sure : review).add(pair));
        Proposals proposals = new Proposals(sure, review);
        List<ProfileMerge> merges = pairs.isEmpty() ? List.of() : resolver.join(handle, proposals, now.get());
        runs.applied(handle, run, proposals, merges.size(), now.get());
        return pairs.isEmpty() ? Optional.empty() : Optional.of(merges);
    }

    private void phase(MatchRun run, String phase, long done, long total) {
        database.useTransaction(handle -> runs.phase(handle, run.id(), phase, done, total, now.get()));
    }
}
