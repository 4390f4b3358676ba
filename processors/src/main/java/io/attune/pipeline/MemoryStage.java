package io.attune.pipeline;

import io.attune.feature.FeatureVector;
import io.attune.memory.HotVector;
import io.attune.memory.ProfileMemory;
import io.attune.monitoring.PipelineMeters;
import io.attune.profile.ProfileMerge;
import io.attune.profile.StoredScore;
import io.attune.scoring.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows the commit (bean {@code memory}): the shared memory learns what changed, and the batch is counted. Thread-safe. */
public final class MemoryStage {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryStage.class);

    private final ProfileMemory memory;
    private final PipelineMeters meters;
    private final Supplier<String> release;

    public MemoryStage(ProfileMemory memory, PipelineMeters meters, Supplier<String> release) {
        this.memory = memory;
        this.meters = meters;
        this.release = release;
    }

    /** Never fails: the batch is committed, and a failure here must not make it look otherwise. */
    public ScoredBatch refresh(ScoredBatch batch) {
        ResolvedBatch resolved = batch.resolved();
        resolved.accepted().forEach((source, count) -> meters.records(source, "new", count));
        resolved.repeats().forEach((source, count) -> meters.records(source, "repeat", count));
        meters.merges(resolved.changes().merges().size());
        try {
            resolved.afterCommit().run();
        } catch (RuntimeException e) {
            LOG.warn("The figures of quality lack a batch", e);
        }
        try {
            memory.refresh(vectors(batch), resolved.versions());
            memory.outdate(ProfileMerge.profiles(resolved.changes().merges()));
        } catch (RuntimeException e) {
            meters.memoryFailed();
            LOG.warn("The shared memory did not learn of a batch; the database is read instead", e);
        }
        return batch;
    }

    private List<HotVector> vectors(ScoredBatch batch) {
        Map<UUID, Long> versions = batch.resolved().versions();
        List<HotVector> vectors = new ArrayList<>();
        batch.featured().vectors().forEach((profile, vector) -> {
            if (versions.containsKey(profile)) {
                vectors.add(hot(
                        profile, versions.get(profile), vector, batch.scores().getOrDefault(profile, Map.of())));
            }
        });
        return vectors;
    }

    private HotVector hot(UUID profile, long version, FeatureVector vector, Map<String, Score> scores) {
        Map<String, StoredScore> stored = new HashMap<>();
        scores.forEach((model, score) -> stored.put(model, stored(score, vector)));
        return new HotVector(profile, version, vector.asOf(), vector.values(), stored);
    }

    private StoredScore stored(Score score, FeatureVector vector) {
        Optional<Double> value = score instanceof Score.Value answer ? Optional.of(answer.value()) : Optional.empty();
        Optional<String> reason =
                score instanceof Score.Declined declined ? Optional.of(declined.reason()) : Optional.empty();
        return new StoredScore(score.model(), score.version(), value, reason, vector.asOf(), release.get());
    }
}
