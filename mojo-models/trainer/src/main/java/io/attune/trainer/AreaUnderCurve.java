package io.attune.trainer;

import java.util.List;
import java.util.stream.IntStream;

/** The area under the ROC curve, as the Mann–Whitney statistic (Hanley & McNeil 1982); equal scores count a half. */
final class AreaUnderCurve {

    private AreaUnderCurve() {}

    /**
     * The probability that a positive row has a higher score than a negative one.
     *
     * @param scores one a row; NaN ranks below everything
     */
    static double of(double[] scores, List<Row> rows) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((left, right) -> Double.compare(rank(scores[left]), rank(scores[right])))
                .mapToInt(Integer::intValue)
                .toArray();
        double rankSum = 0;
        long positives = 0;
        for (int start = 0; start < order.length; ) {
            int end = start;
            while (end < order.length && rank(scores[order[end]]) == rank(scores[order[start]])) {
                end++;
            }
            double sharedRank = (start + 1 + end) / 2.0;
            for (int position = start; position < end; position++) {
                if (rows.get(order[position]).positive()) {
                    rankSum += sharedRank;
                    positives++;
                }
            }
            start = end;
        }
        double negatives = (double) order.length - positives;
        return (rankSum - positives * (positives + 1.0) / 2.0) / (positives * negatives);
    }

    private static double rank(double score) {
        return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
    }
}
