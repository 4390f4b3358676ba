package io.attune.trainer.flat;

import io.attune.evaluation.Bins;
import io.attune.frame.Label;
import io.attune.frame.Recipe;
import io.attune.trainer.learning.FeatureProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The card of a model that was trained from a flat frame. It has the keys of every model's card, and {@code frame}, by which
 * a table's rows become features again.
 *
 * @param schema rises when a reader would have to change
 * @param scores how the out-of-fold probabilities are spread
 * @param label what is predicted; its positive value is the one whose probability is served
 */
record FlatCard(
        int schema,
        String model,
        String version,
        String algorithm,
        String description,
        Label label,
        String digest,
        List<String> requiredFeatures,
        int minimumFeatures,
        List<FeatureProfile> features,
        Bins scores,
        Recipe frame,
        Data data,
        FlatReport metrics,
        Object parameters,
        long seed,
        int threads,
        Map<String, String> versions,
        String trainedBy,
        Instant trainedAt) {

    /** The table that it learned from. */
    record Data(String file, String encoding, String separator, long rows, long positives, String frameDigest) {}
}
