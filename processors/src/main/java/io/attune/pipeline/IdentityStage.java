package io.attune.pipeline;

import io.attune.database.Database;
import io.attune.identity.IdentityResolver;
import io.attune.identity.Resolution;
import io.attune.reject.RejectStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** First stage (bean {@code identity}): the ledger, whose the records are, and the rejects of the batch. Thread-safe. */
public final class IdentityStage {
    private final Stage stage;
    private final IdentityResolver resolver;
    private final RejectStore rejects;
    private final Clock clock;

    public IdentityStage(Database database, IdentityResolver resolver, RejectStore rejects, Clock clock) {
        this.stage = new Stage("resolve", database);
        this.resolver = resolver;
        this.rejects = rejects;
        this.clock = clock;
    }

    public ResolvedBatch resolve(RecordBatch batch) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return stage.run(handle -> {
            Resolution resolution = resolver.resolve(handle, batch.records(), now);
            rejects.store(handle, batch.rejects(), now);
            return new ResolvedBatch(
                    now, resolution.changes(), resolution.events(), resolution.versions(), resolution.repeats());
        });
    }
}
