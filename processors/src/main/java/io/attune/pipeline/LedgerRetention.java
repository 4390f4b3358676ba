package io.attune.pipeline;

import io.attune.database.Database;
import io.attune.identity.RecordLedger;
import java.time.Clock;
import java.time.Duration;

/** Forgets record keys after {@code attune.ledger.retention} (bean {@code ledger}). Thread-safe. */
public final class LedgerRetention {
    private final Database database;
    private final RecordLedger ledger;
    private final Duration retention;
    private final Clock clock;

    public LedgerRetention(Database database, RecordLedger ledger, Duration retention, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.retention = retention;
        this.clock = clock;
    }

    /** Answers how many keys were forgotten. */
    public int purge() {
        return database.inTransaction(handle -> ledger.purge(handle, retention, clock.instant()));
    }
}
