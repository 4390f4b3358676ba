package io.attune.bench.scoring;

import io.attune.scoring.FeatureStatistics;
import io.attune.scoring.Scorer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Feature vectors as the hub has them, with values as the model's training saw them. */
final class FeatureMaps {
    /** One in so many optional features is absent. */
    private static final int RARE = 20;

    private FeatureMaps() {}

    /** The same vectors for the same seed; every one has all that the model requires. */
    static List<Map<String, Double>> of(Scorer scorer, int rows, long seed) {
        Random random = new Random(seed);
        List<Map<String, Double>> vectors = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Map<String, Double> vector = new HashMap<>();
            for (FeatureStatistics feature : scorer.card().features()) {
                boolean required = scorer.card().requiredFeatures().contains(feature.name());
                if (required || random.nextInt(RARE) > 0) {
                    vector.put(feature.name(), value(feature, random));
                }
            }
            vectors.add(vector);
        }
        return vectors;
    }

    private static double value(FeatureStatistics feature, Random random) {
        double value = feature.mean() + random.nextGaussian() * feature.standardDeviation();
        return Math.rint(Math.max(feature.minimum(), Math.min(feature.maximum(), value)));
    }
}
