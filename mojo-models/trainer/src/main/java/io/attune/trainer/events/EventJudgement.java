package io.attune.trainer.events;

import io.attune.evaluation.AreaUnderCurve;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How good the probabilities were at a moment after every label that was learned from.
 *
 * @param asOf the moment
 * @param auc area under the ROC curve; NaN when all labels are alike
 * @param logLoss mean negative log-likelihood, natural logarithm
 * @param meanScore what was said on average; the share of positives is what came
 * @param baseline the naive rule to beat: who came last comes first
 * @param baselineAuc area under the curve of that rule
 */
record EventJudgement(
        String asOf,
        int rows,
        int positives,
        double auc,
        double logLoss,
        double meanScore,
        String baseline,
        double baselineAuc) {
    private static final String BASELINE = "days_since_last";
    private static final double LEAST = 1e-15;

    static EventJudgement of(EventFrame rows, double[] scores) {
        double[] recency =
                Arrays.stream(rows.column(BASELINE)).map(value -> -value).toArray();
        return new EventJudgement(
                rows.moments().get(0),
                rows.rows(),
                rows.positives(),
                AreaUnderCurve.roc(scores, rows.labels()),
                IntStream.range(0, scores.length)
                        .mapToDouble(
                                row -> -Math.log(Math.max(LEAST, rows.labels()[row] ? scores[row] : 1 - scores[row])))
                        .average()
                        .orElse(Double.NaN),
                Arrays.stream(scores).average().orElse(Double.NaN),
                BASELINE,
                AreaUnderCurve.roc(recency, rows.labels()));
    }
}
