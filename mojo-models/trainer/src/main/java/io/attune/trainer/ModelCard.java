package io.attune.trainer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is written beside a model: what it is, what it was made of, what it needs, how good it was on people it had not
 * seen. The file's schema number rises when a reader would have to change.
 */
record ModelCard(
        int schema,
        String model,
        String version,
        String kind,
        String algorithm,
        String description,
        JsonNode label,
        String digest,
        List<String> requiredFeatures,
        int minimumFeatures,
        List<FeatureStatistics> features,
        Data data,
        Metrics metrics,
        ModelDefinition.Parameters parameters,
        long seed,
        int threads,
        Map<String, String> versions,
        Instant trainedAt) {

    /**
     * What it learned from.
     *
     * @param from the first moment that it learned from
     * @param to until when its labels looked
     * @param frameDigest of the frame's file
     */
    record Data(Instant from, Instant to, long rows, long people, long positives, String frameDigest) {}

    /**
     * How it was judged.
     *
     * @param champion null where there was none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Metrics(Headline headline, Holdout holdout, List<Importance> importances, Champion champion) {}

    /** The figure that the version is judged by, beside that of a naive rule on the same rows. */
    record Headline(
            String metric,
            double value,
            boolean higherIsBetter,
            long rows,
            Instant asOf,
            String baseline,
            double baselineValue,
            boolean beaten) {}

    /** The version that scored when this one was trained, on this one's hold-out. */
    record Champion(String version, double auc) {}

    /**
     * On people kept aside, at a moment after every label it learned from.
     *
     * @param auc area under the ROC curve
     * @param baselineAuc the same of the baseline feature alone
     */
    record Holdout(
            Instant asOf,
            long rows,
            long positives,
            double auc,
            double logLoss,
            double meanScore,
            String baseline,
            double baselineAuc) {}

    /** How much of the model's gain a feature brought, in [0, 1]. */
    record Importance(String feature, double share) {}
}
