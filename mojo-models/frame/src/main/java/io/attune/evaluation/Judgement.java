package io.attune.evaluation;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How good some probabilities were.
 *
 * @param auc area under the ROC curve
 * @param prAuc average precision
 * @param logLoss mean negative log-likelihood, natural logarithm
 * @param brier mean squared error of the probability
 * @param meanScore what was said on average; the share of positives is what came
 */
public record Judgement(
        long rows,
        long positives,
        double auc,
        double prAuc,
        double logLoss,
        double brier,
        double meanScore,
        Calibration calibration) {

    private static final double LEAST = 1e-15;

    /**
     * Judges probabilities of the positive class.
     *
     * @param scores one a row, in [0, 1], none NaN
     */
    public static Judgement of(double[] scores, boolean[] labels) {
        Ranking ranking = Ranking.of(scores, labels);
        return new Judgement(
                scores.length,
                ranking.allPositives(),
                AreaUnderCurve.roc(ranking),
                AreaUnderCurve.precisionRecall(ranking),
                mean(scores, row -> -Math.log(Math.max(LEAST, labels[row] ? scores[row] : 1 - scores[row]))),
                mean(scores, row -> Math.pow(scores[row] - (labels[row] ? 1 : 0), 2)),
                Arrays.stream(scores).average().orElse(Double.NaN),
                Calibration.of(scores, labels));
    }

    private static double mean(double[] scores, IntToDoubleFunction of) {
        return IntStream.range(0, scores.length).mapToDouble(of).average().orElse(Double.NaN);
    }
}
