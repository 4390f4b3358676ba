package io.attune.trainer.events;

import java.util.Arrays;
import java.util.Comparator;
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
                auc(scores, rows.labels()),
                IntStream.range(0, scores.length)
                        .mapToDouble(
                                row -> -Math.log(Math.max(LEAST, rows.labels()[row] ? scores[row] : 1 - scores[row])))
                        .average()
                        .orElse(Double.NaN),
                Arrays.stream(scores).average().orElse(Double.NaN),
                BASELINE,
                auc(recency, rows.labels()));
    }

    // The Mann-Whitney statistic (Hanley & McNeil 1982); equal scores share their rank.
    private static double auc(double[] scores, boolean[] labels) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(row -> scores[row]));
        double rankSum = 0;
        long positives = 0;
        for (int start = 0; start < order.length; ) {
            int end = start;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                end++;
            }
            for (int position = start; position < end; position++) {
                if (labels[order[position]]) {
                    rankSum += (start + 1 + end) / 2.0;
                    positives++;
                }
            }
            start = end;
        }
        double negatives = (double) order.length - positives;
        return (rankSum - positives * (positives + 1.0) / 2) / (positives * negatives);
    }
}
