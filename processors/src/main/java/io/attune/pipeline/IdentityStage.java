package io.attune.pipeline;

import io.attune.database.Database;
import io.attune.identity.IdentityResolver;
import io.attune.identity.Resolution;
import io.attune.identity.ResolvedRecord;
import io.attune.record.SourceRecord;
import io.attune.reject.RejectStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            Map<String, Long> accepted = bySource(resolution.records().stream().map(ResolvedRecord::record));
            Map<String, Long> repeats = new HashMap<>(bySource(batch.records().stream()));
            accepted.forEach((source, count) -> repeats.merge(source, -count, Long::sum));
            return new ResolvedBatch(
                    momentUnderLock(),
                    resolution.changes(),
                    resolution.events(),
                    resolution.versions(),
                    accepted,
                    repeats);
        });
    }

    /**
     * Read only now that the batch holds its people. A batch that waited for another would otherwise count more events as of
     * an earlier moment, and its vectors would not replace the other's.
     */
    private Instant momentUnderLock() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Map<String, Long> bySource(Stream<SourceRecord> records) {
        return records.collect(Collectors.groupingBy(SourceRecord::source, Collectors.counting()));
    }
}
