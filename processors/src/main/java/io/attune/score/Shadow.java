package io.attune.score;

import io.attune.feature.FeatureVector;
import io.attune.score.ShadowStore.Pair;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks challengers about the vectors that champions scored, and keeps what they say where nothing reads it but comparisons. */
final class Shadow {
    private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);

    private final ModelRegistry registry;
    private final ShadowStore store = new ShadowStore();

    Shadow(ModelRegistry registry) {
        this.registry = registry;
    }

    /** Joins the caller's transaction; a challenger that fails is left out, since nobody waits for it. */
    void score(Handle handle, Map<UUID, FeatureVector> vectors, Map<UUID, Map<String, Score>> scores) {
        List<Pair> pairs = new ArrayList<>();
        for (Scorer champion : registry.champions()) {
            for (Scorer challenger : registry.challengers(champion.card().model())) {
                pairs.addAll(ask(challenger, vectors, scores));
            }
        }
        store.save(handle, pairs);
    }

    private static List<Pair> ask(
            Scorer challenger, Map<UUID, FeatureVector> vectors, Map<UUID, Map<String, Score>> scores) {
        List<Pair> pairs = new ArrayList<>();
        String model = challenger.card().model();
        try {
            vectors.forEach((profile, vector) -> {
                Score champion = scores.get(profile).get(model);
                if (champion != null) {
                    pairs.add(new Pair(profile, vector.asOf(), challenger.score(vector.values()), champion));
                }
            });
            return pairs;
        } catch (RuntimeException failure) {
            LOG.warn(
                    "The challenger {} {} failed and is left out of this batch",
                    model,
                    challenger.card().version(),
                    failure);
            return List.of();
        }
    }

    List<ShadowComparison> compare(Handle handle, String model) {
        List<String> versions = registry.challengers(model).stream()
                .map(challenger -> challenger.card().version())
                .toList();
        return store.compare(handle, model).stream()
                .filter(comparison -> versions.contains(comparison.challenger()))
                .toList();
    }
}
