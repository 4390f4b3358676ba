package io.attune.sandbox.population.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Area under the ROC curve, as the Mann–Whitney statistic: tied scores count one half. */
public final class Auc {
    private Auc() {}

    /**
     * How likely a positive has a higher score than a negative; empty when there are not both.
     *
     * @param scores one for each case; not NaN
     * @param positives which of the cases are positive
     */
    public static OptionalDouble of(double[] scores, boolean[] positives) {
        if (scores.length != positives.length) {
            throw new IllegalArgumentException(scores.length + " scores for " + positives.length + " cases");
        }
        if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("A score is not a number");
        }
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> scores[index]))
                .mapToInt(Integer::intValue)
                .toArray();
        double rankSum = 0;
        long positive = 0;
        for (int start = 0, end; start < order.length; start = end) {
            end = start;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                end++;
            }
            double rank = (start + 1 + end) / 2.0;
            for (int place = start; place < end; place++) {
                if (positives[order[place]]) {
                    rankSum += rank;
                    positive++;
                }
            }
        }
        long negative = scores.length - positive;
        if (positive == 0 || negative == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((rankSum - positive * (positive + 1) / 2.0) / ((double) positive * negative));
    }
}
