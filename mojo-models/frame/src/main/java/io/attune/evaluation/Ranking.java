package io.attune.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows by falling score, in groups of equal scores. What depends on order alone is computed from the groups, so that ties
 * never count as a decision.
 *
 * @param scores of each group, falling
 * @param positives up to and with each group
 * @param rows up to and with each group
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read in this package only
record Ranking(double[] scores, long[] positives, long[] rows) {

    /** @param scores one a row; NaN ranks below everything */
    static Ranking of(double[] scores, boolean[] labels) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((left, right) -> Double.compare(rank(scores[right]), rank(scores[left])))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] groupScores = new double[order.length];
        long[] positives = new long[order.length];
        long[] rows = new long[order.length];
        int groups = 0;
        long positive = 0;
        for (int position = 0; position < order.length; position++) {
            positive += labels[order[position]] ? 1 : 0;
            boolean last =
                    position + 1 == order.length || rank(scores[order[position + 1]]) != rank(scores[order[position]]);
            if (last) {
                groupScores[groups] = scores[order[position]];
                positives[groups] = positive;
                rows[groups] = position + 1L;
                groups++;
            }
        }
        return new Ranking(
                Arrays.copyOf(groupScores, groups), Arrays.copyOf(positives, groups), Arrays.copyOf(rows, groups));
    }

    int groups() {
        return scores.length;
    }

    long allPositives() {
        return groups() == 0 ? 0 : positives[groups() - 1];
    }

    long allRows() {
        return groups() == 0 ? 0 : rows[groups() - 1];
    }

    private static double rank(double score) {
        return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
    }
}
