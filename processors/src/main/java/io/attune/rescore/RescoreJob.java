package io.attune.rescore;

import io.attune.database.Database;
import io.attune.feature.FeatureService;
import io.attune.feature.FeatureVector;
import io.attune.pipeline.Failure;
import io.attune.profile.ProfileStore;
import io.attune.score.ScoringService;
import io.attune.scoring.Score;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The re-scoring job. Goes through the due profiles in chunks, one transaction each, and begins none inside a transaction
 * of the caller. A run that is broken off loses nothing: what was not committed is still due. One run at a time in a JVM,
 * the next waits; a run on another node at the same time does the same work twice and no harm.
 */
public final class RescoreJob {
    private static final Logger LOG = LoggerFactory.getLogger(RescoreJob.class);

    private static final int CHUNK = 1_000;
    private static final int CONTENTION_ATTEMPTS = 5;
    private static final UUID FIRST = new UUID(0, 0);

    private final Database database;
    private final ProfileStore profiles;
    private final FeatureService features;
    private final ScoringService scoring;
    private final Consequences consequences;
    private final Consumer<Map<UUID, Long>> afterCommit;
    private final Clock clock;
    private final DueProfiles due = new DueProfiles();
    private final ProductList products = new ProductList();
    private final ReentrantLock running = new ReentrantLock();

    /**
     * Makes the job.
     *
     * @param afterCommit told, after each chunk's commit, the new versions of its profiles
     */
    public RescoreJob(
            Database database,
            ProfileStore profiles,
            FeatureService features,
            ScoringService scoring,
            Consequences consequences,
            Consumer<Map<UUID, Long>> afterCommit,
            Clock clock) {
        this.database = database;
        this.profiles = profiles;
        this.features = features;
        this.scoring = scoring;
        this.consequences = consequences;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    /** Whether a run is under way in this JVM. */
    public boolean isRunning() {
        return running.isLocked();
    }

    /** Runs until nobody is due. */
    public RescoreSummary run() {
        return run((done, total) -> {});
    }

    /** Runs until nobody is due, and says how far it has come. */
    public RescoreSummary run(RescoreProgress progress) {
        running.lock();
        try {
            return runAlone(progress);
        } finally {
            running.unlock();
        }
    }

    private RescoreSummary runAlone(RescoreProgress progress) {
        Instant startedAt = clock.instant();
        long productCount = database.inTransaction(handle -> products.refresh(handle, startedAt));
        long total = database.inTransaction(handle -> due.count(handle, startedAt));
        Tally tally = new Tally();
        progress.report(0, total);
        for (UUID last = FIRST; ; ) {
            UUID after = last;
            List<UUID> chunk = database.inTransaction(handle -> due.next(handle, startedAt, after, CHUNK));
            if (chunk.isEmpty()) {
                break;
            }
            compute(chunk, tally);
            progress.report(tally.profiles, total);
            last = chunk.get(chunk.size() - 1);
        }
        return new RescoreSummary(
                startedAt, clock.instant(), tally.profiles, tally.scored, tally.declined, tally.failed, productCount);
    }

    // One profile that cannot be computed must not keep all others from it, so the culprit is looked for by halving.
    private void compute(List<UUID> chunk, Tally tally) {
        try {
            ProfileChunk computed = withoutContention(chunk);
            afterCommit.accept(computed.versions());
            tally.add(computed);
        } catch (RuntimeException e) {
            if (Failure.of(e) != Failure.RECORDS) {
                throw e;
            }
            if (chunk.size() == 1) {
                LOG.error("Profile {} cannot be scored again and stays due", chunk.get(0), e);
                tally.failed++;
                return;
            }
            compute(chunk.subList(0, chunk.size() / 2), tally);
            compute(chunk.subList(chunk.size() / 2, chunk.size()), tally);
        }
    }

    private ProfileChunk withoutContention(List<UUID> chunk) {
        for (int attempt = 1; ; attempt++) {
            try {
                return database.inTransaction(handle -> compute(handle, chunk));
            } catch (RuntimeException e) {
                if (Failure.of(e) != Failure.CONTENTION || attempt == CONTENTION_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private ProfileChunk compute(Handle handle, List<UUID> chunk) {
        Instant asOf = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<UUID, Long> versions = profiles.touch(handle, chunk, asOf);
        Map<UUID, FeatureVector> vectors = features.compute(handle, versions.keySet(), asOf);
        Map<UUID, Map<String, Score>> scores = scoring.score(handle, vectors);
        consequences.follow(handle, asOf, vectors, scores);
        due.done(handle, versions.keySet());
        return new ProfileChunk(versions, scores);
    }

    private static final class Tally {
        private long profiles;
        private long scored;
        private long declined;
        private long failed;

        void add(ProfileChunk chunk) {
            profiles += chunk.profiles();
            scored += chunk.scored();
            declined += chunk.declined();
        }
    }
}
