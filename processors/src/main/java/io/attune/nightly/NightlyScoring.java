package io.attune.nightly;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.jet.Job;
import com.hazelcast.jet.core.JobStatus;
import io.attune.configuration.HubConfiguration;
import io.attune.database.Database;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.scoring.ModelRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins runs over everybody, and looks after those that are under way (bean {@code nightly}). Thread-safe; any node may
 * ask, and of two that ask at once both get the same run.
 */
public final class NightlyScoring {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyScoring.class);
    private static final int CHUNK = 10_000;
    /** A hub that was down at its hour need not make up for it at noon. */
    private static final Duration LATE = Duration.ofHours(6);

    private final HazelcastInstance hazelcast;
    private final RunStore runs;
    private final Supplier<String> release;
    private final LocalTime hour;
    private final Clock clock;

    /**
     * Joins a node to the runs of all.
     *
     * @param release the hash of the release that the node runs
     * @param node its name, and the hour at which the nightly run begins
     * @param finished told when a run is done whose last chunk was this node's
     */
    public NightlyScoring(
            HazelcastInstance hazelcast,
            Database database,
            ModelRegistry registry,
            Supplier<String> release,
            HubConfiguration node,
            Runnable finished,
            Supplier<UUID> ids,
            Clock clock) {
        this.hazelcast = hazelcast;
        this.runs = new RunStore(database, ids, clock);
        this.release = release;
        this.hour = node.scoreAt();
        this.clock = clock;
        ScoringPipeline.join(hazelcast, new ChunkScorer(database, runs, registry, release, node.nodeName(), finished));
    }

    /** Begins a run, or goes on with the one that is under way; answers at once. */
    public ScoreRun start(String actor) {
        return start(actor, CHUNK);
    }

    ScoreRun start(String actor, int chunkSize) {
        UUID run = runs.begin(release.get(), actor, chunkSize);
        if (!runs.remaining(run).isEmpty()) {
            submit(run);
        }
        return runs.newest().orElseThrow();
    }

    /** Begins the run of the night when it is time, and takes one up again that stands still. */
    public void look() {
        Optional<UUID> underWay = runs.unfinished();
        if (underWay.isPresent()) {
            submit(underWay.get());
        } else if (isDue()) {
            start("clock");
        }
    }

    /** The run that began last. */
    public Optional<ScoreRun> newest() {
        return runs.newest();
    }

    private boolean isDue() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Instant today = now.toLocalDate().atTime(hour).toInstant(ZoneOffset.UTC);
        Instant time = today.isAfter(now.toInstant()) ? today.minus(Duration.ofDays(1)) : today;
        boolean late = now.toInstant().isAfter(time.plus(LATE));
        return !late
                && runs.newest().filter(run -> !run.startedAt().isBefore(time)).isEmpty();
    }

    private void submit(UUID run) {
        try {
            Job known = hazelcast.getJet().getJob(ScoringPipeline.name(run));
            if (known != null && !known.getStatus().isTerminal()) {
                return;
            }
            if (known != null && known.getStatus() == JobStatus.FAILED) {
                LOG.warn("The run {} is taken up again after: {}", run, reason(known));
                runs.stuck(run, reason(known));
            }
            hazelcast.getJet().newJobIfAbsent(ScoringPipeline.of(run), ScoringPipeline.configuration(run));
        } catch (HazelcastException failure) {
            throw new AttuneException(
                    "RUN_NOT_SUBMITTED",
                    ErrorCategory.EXTERNAL,
                    "The nodes' shared memory takes no job now (" + failure.getMessage()
                            + "); the run is taken up again within a minute.",
                    failure);
        }
    }

    private static String reason(Job failed) {
        try {
            return Optional.ofNullable(failed.getSuspensionCause())
                    .map(cause -> String.valueOf(cause.errorCause()))
                    .orElse("a failure");
        } catch (IllegalStateException noCause) {
            return failed.getFuture().handle((done, why) -> String.valueOf(why)).join();
        }
    }
}
