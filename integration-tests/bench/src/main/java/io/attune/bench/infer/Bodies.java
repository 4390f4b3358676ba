package io.attune.bench.infer;

import io.attune.scoring.FeatureStatistics;
import io.attune.scoring.Scorer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;

/** Rows with values as the model's training saw them, and as the body of a request. */
final class Bodies {
    private final Scorer scorer;
    private final Random random;
    private final Map<String, FeatureStatistics> statistics = new HashMap<>();

    Bodies(Scorer scorer, long seed) {
        this.scorer = scorer;
        this.random = new Random(seed);
        scorer.card().features().forEach(feature -> statistics.put(feature.name(), feature));
    }

    double[][] rows(int count) {
        double[][] rows = new double[count][];
        Arrays.setAll(
                rows,
                row -> scorer.inputs().stream()
                        .mapToDouble(input -> value(statistics.get(input)))
                        .toArray());
        return rows;
    }

    private double value(FeatureStatistics feature) {
        double value = feature.mean() + random.nextGaussian() * feature.standardDeviation();
        return Math.max(feature.minimum(), Math.min(feature.maximum(), value));
    }

    /** All inputs in one tensor. */
    byte[] body(double[][] rows) {
        StringJoiner data = new StringJoiner(",");
        for (double[] row : rows) {
            for (double value : row) {
                data.add(Double.toString(value));
            }
        }
        String text = "{\"id\":\"bench\",\"inputs\":[{\"name\":\"rows\",\"datatype\":\"FP64\",\"shape\":[" + rows.length
                + "," + scorer.inputs().size() + "],\"data\":[" + data + "]}]}";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
