package io.attune.score;

import io.attune.feature.FeatureVector;
import io.attune.scoring.ModelProblem;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Scores vectors with every model's champion and stores the scores. Thread-safe; joins the caller's transaction. */
public final class ScoringService {

    private final ModelRegistry registry;
    private final ScoreStore store = new ScoreStore();
    private final Shadow shadow;
    private final Supplier<String> release;

    /**
     * Scores with a registry.
     *
     * @param release the hash of the release that the node runs
     */
    public ScoringService(ModelRegistry registry, Supplier<String> release) {
        this.registry = registry;
        this.shadow = new Shadow(registry);
        this.release = release;
    }

    /** Scores and stores; the answer holds, by profile and model, a score of every champion, declined ones included. */
    public Map<UUID, Map<String, Score>> score(Handle handle, Map<UUID, FeatureVector> vectors) {
        Map<UUID, Map<String, Score>> scores = new HashMap<>();
        vectors.forEach((profile, vector) -> scores.put(profile, score(vector)));
        store.save(handle, vectors, scores, release.get());
        shadow.score(handle, vectors, scores);
        return scores;
    }

    /** The challengers of a model beside its champion. */
    public List<ShadowComparison> compare(Handle handle, String model) {
        return shadow.compare(handle, model);
    }

    /** What every champion says of one vector; stores nothing. */
    public Map<String, Score> score(FeatureVector vector) {
        Map<String, Score> scores = new HashMap<>();
        for (Scorer scorer : registry.champions()) {
            scores.put(scorer.card().model(), scorer.score(vector.values()));
        }
        return scores;
    }

    /** Models that cannot be used and why, for health; empty when all is well. */
    public List<ModelProblem> problems() {
        return registry.problems();
    }

    public ModelRegistry registry() {
        return registry;
    }
}
