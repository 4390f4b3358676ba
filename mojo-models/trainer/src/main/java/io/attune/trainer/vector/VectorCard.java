package io.attune.trainer.vector;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.attune.evaluation.AmountJudgement;
import io.attune.evaluation.Bins;
import io.attune.evaluation.Calibration;
import io.attune.evaluation.Decision;
import io.attune.evaluation.Disparity;
import io.attune.evaluation.GroupFigures;
import io.attune.evaluation.Lead;
import io.attune.trainer.learning.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is written beside a model: what it is, what it was made of, what it needs, how good it was on people it had not
 * seen. The file's schema number rises when a reader would have to change.
 *
 * @param threshold from which on acting is best (F1), chosen by the folds; null where the answer is an amount
 * @param calibrated whether the model's number is a probability that comes true as it is; false for an amount
 * @param calibration how that was reached
 * @param imputations what stands for missing values, by feature
 * @param scores how the model's numbers were spread over the hold-out: what drift is measured against
 * @param gates what the definition asks a version to show
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VectorCard(
        int schema,
        String model,
        String version,
        String kind,
        String algorithm,
        String description,
        JsonNode label,
        String digest,
        List<String> requiredFeatures,
        Map<String, Double> imputations,
        int minimumFeatures,
        Double threshold,
        boolean calibrated,
        String calibration,
        List<FeatureStatistics> features,
        Bins scores,
        Data data,
        Metrics metrics,
        Object parameters,
        Map<String, Double> gates,
        long seed,
        int threads,
        Map<String, String> versions,
        String trainedBy,
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
     * @param headline the figure that it is judged by
     * @param holdout null where the answer is an amount
     * @param amounts null where the answer is yes or no
     * @param candidates all that was tried, by the folds
     * @param decision what acting from the threshold on brings on the hold-out
     * @param groups the figures of each group on the hold-out
     * @param disparity null where there are no two groups of enough people
     * @param champion null where there was none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Metrics(
            Headline headline,
            Holdout holdout,
            Amounts amounts,
            OutOfFold outOfFold,
            List<Candidate> candidates,
            List<Contestant> contestants,
            Decision decision,
            List<GroupFigures> groups,
            Disparity disparity,
            List<Importance> importances,
            Champion champion) {}

    /**
     * The figure that the version is judged by, beside that of a naive rule on the same rows.
     *
     * @param lead over that rule; null where the answer is an amount
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Headline(
            String metric,
            double value,
            boolean higherIsBetter,
            long rows,
            Instant asOf,
            String baseline,
            double baselineValue,
            boolean beaten,
            Lead lead) {}

    /** Something else that was judged on the hold-out: a feature alone, or a formula. */
    record Contestant(String name, double value) {}

    /** By folds over what it learned from, a person's rows in one fold. */
    record OutOfFold(int folds, double auc, double logLoss, double calibrationError) {}

    /**
     * The version that scored when this one was trained, on this one's hold-out.
     *
     * @param auc null where the answer is an amount
     * @param value of the headline's metric
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Champion(String version, Double auc, double value) {}

    /**
     * On people kept aside, at moments after every label it learned from.
     *
     * @param from the first moment
     * @param asOf the last; the same where there is one
     * @param auc area under the ROC curve
     * @param baselineAuc the same of the baseline feature alone
     */
    record Holdout(
            Instant from,
            Instant asOf,
            long rows,
            long people,
            long positives,
            double auc,
            double prAuc,
            double logLoss,
            double brier,
            double meanScore,
            Calibration calibration,
            String baseline,
            double baselineAuc) {}

    /**
     * The same for amounts.
     *
     * @param total what was said of all rows, by what came
     * @param rankCorrelation Spearman's, in [-1, 1]
     */
    record Amounts(
            Instant asOf,
            long rows,
            double mean,
            double meanSaid,
            double rootMeanSquaredError,
            double meanAbsoluteError,
            double total,
            double rankCorrelation,
            List<AmountJudgement.Tenth> tenths) {}

    /** How much a feature brings. */
    record Importance(String feature, double share) {}
}
