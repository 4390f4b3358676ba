package io.attune.pipeline;

import io.attune.database.Database;
import io.attune.identity.IdentityResolver;
import io.attune.identity.Resolution;
import io.attune.identity.ResolvedRecord;
import io.attune.quality.Observation;
import io.attune.quality.QualityWatch;
import io.attune.record.SourceRecord;
import io.attune.reject.RejectStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** First stage (bean {@code identity}): the ledger, whose the records are, and the rejects of the batch. Thread-safe. */
public final class IdentityStage {
    private final Stage stage;
    private final IdentityResolver resolver;
    private final RejectStore rejects;
    private final Optional<QualityWatch> quality;
    private final Clock clock;

    public IdentityStage(Database database, IdentityResolver resolver, RejectStore rejects, Clock clock) {
        this(database, resolver, rejects, Optional.empty(), clock);
    }

    /**
     * A stage whose records are watched.
     *
     * @param quality watches what is taken in
     */
    public IdentityStage(
            Database database,
            IdentityResolver resolver,
            RejectStore rejects,
            Optional<QualityWatch> quality,
            Clock clock) {
        this.stage = new Stage("resolve", database);
        this.resolver = resolver;
        this.rejects = rejects;
        this.quality = quality;
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
                    repeats,
                    watch(handle, batch, resolution, repeats, now));
        });
    }

    private Runnable watch(
            Handle handle, RecordBatch batch, Resolution resolution, Map<String, Long> repeats, Instant now) {
        if (quality.isEmpty()) {
            return () -> {};
        }
        List<SourceRecord> accepted =
                resolution.records().stream().map(ResolvedRecord::record).toList();
        Observation observation = quality.get().observe(handle, accepted, repeats, batch.rejects(), now);
        return () -> quality.get().absorb(observation);
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
