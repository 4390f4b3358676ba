package io.attune.pipeline;

import io.attune.feature.FeatureVector;
import io.attune.memory.HotVector;
import io.attune.memory.ProfileMemory;
import io.attune.monitoring.PipelineMeters;
import io.attune.profile.StoredScore;
import io.attune.scoring.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What follows the commit (bean {@code memory}): the shared memory learns what changed, and the batch is counted. Thread-safe. */
public final class MemoryStage {
    private final ProfileMemory memory;
    private final PipelineMeters meters;
    private final Supplier<String> release;

    public MemoryStage(ProfileMemory memory, PipelineMeters meters, Supplier<String> release) {
        this.memory = memory;
        this.meters = meters;
        this.release = release;
    }

    public ScoredBatch refresh(ScoredBatch batch) {
        Map<UUID, Long> versions = batch.resolved().versions();
        List<HotVector> vectors = new ArrayList<>();
        batch.featured().vectors().forEach((profile, vector) -> {
            if (versions.containsKey(profile)) {
                vectors.add(hot(
                        profile, versions.get(profile), vector, batch.scores().getOrDefault(profile, Map.of())));
            }
        });
        memory.refresh(vectors, versions);
        meters.merges(batch.resolved().changes().merges().size());
        return batch;
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
