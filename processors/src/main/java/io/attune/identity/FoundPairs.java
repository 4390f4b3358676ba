package io.attune.identity;

import io.attune.database.Database;
import io.attune.identity.probable.ScoredPair;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps the pairs that a run finds, many in a transaction. Not thread-safe. */
final class FoundPairs {
    private static final int AT_ONCE = 5_000;

    private final Database database;
    private final MatchRuns runs;
    private final UUID run;
    private final List<ScoredPair> waiting = new ArrayList<>();
    private long kept;

    FoundPairs(Database database, MatchRuns runs, UUID run) {
        this.database = database;
        this.runs = runs;
        this.run = run;
    }

    void add(ScoredPair pair) {
        waiting.add(pair);
        if (waiting.size() == AT_ONCE) {
            flush();
        }
    }

    /** Keeps what waits; to be called after the last pair, too. */
    void flush() {
        if (!waiting.isEmpty()) {
            database.useTransaction(handle -> runs.keep(handle, run, kept, waiting));
            kept += waiting.size();
            waiting.clear();
        }
    }

    /** How many pairs are kept. */
    long count() {
        return kept;
    }
}
