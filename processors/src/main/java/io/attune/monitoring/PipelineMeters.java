package io.attune.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts of the profile way, by Prometheus names {@code attune_…}. Thread-safe. */
public final class PipelineMeters {
    private final MeterRegistry registry;
    private final Timer batches;

    public PipelineMeters(MeterRegistry registry) {
        this.registry = registry;
        this.batches = Timer.builder("attune.batch")
                .description("Time from the hand-over of a batch to its commit")
                .publishPercentileHistogram()
                .register(registry);
    }

    /** Records that were new to the ledger, or repeats. */
    public void records(String source, String outcome, long count) {
        if (count > 0) {
            Counter.builder("attune.records")
                    .description("Records that went through the profile way, by source and outcome: new or repeat")
                    .tags("source", source, "outcome", outcome)
                    .register(registry)
                    .increment((double) count);
        }
    }

    public void rejected(String stage, String code) {
        Counter.builder("attune.rejects")
                .description("Records that became rejects, by stage and code")
                .tags("stage", stage, "code", code)
                .register(registry)
                .increment();
    }

    /** Profiles that were merged into another. */
    public void merges(long count) {
        if (count > 0) {
            Counter.builder("attune.merges")
                    .description("Profiles that turned out to be another")
                    .register(registry)
                    .increment((double) count);
        }
    }

    /** A batch that failed as a whole: {@code kind} is why it was tried again or split. */
    public void failed(String kind) {
        Counter.builder("attune.batch.failures")
                .description("Batches that were rolled back, by kind of failure")
                .tags("kind", kind)
                .register(registry)
                .increment();
    }

    public void committed(Duration duration) {
        batches.record(duration);
    }

    /** A write into the shared memory that failed; readers fall back on the database. */
    public void memoryFailed() {
        Counter.builder("attune.memory.failures")
                .description("Writes into the shared memory that failed")
                .register(registry)
                .increment();
    }
}
