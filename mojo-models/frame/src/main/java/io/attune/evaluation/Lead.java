package io.attune.evaluation;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How far one ranking of some rows is ahead of another in area under the ROC curve, and between which bounds this lies when
 * people are drawn again with replacement (Efron 1979, percentiles; a person's rows are drawn together, since they are alike).
 *
 * @param value of these rows
 * @param low 2.5 % of the draws are below it
 * @param high 2.5 % of the draws are above it
 */
public record Lead(double value, double low, double high) {
    private static final int DRAWS = 1_000;
    private static final double TAIL = 0.025;

    /**
     * Compares two rankings.
     *
     * @param scores one a row; NaN ranks below everything
     * @param others of the other ranking
     * @param people the number of each row's person, from 0 without a gap
     * @param seed equal seeds give equal bounds
     */
    public static Lead of(double[] scores, double[] others, boolean[] labels, int[] people, long seed) {
        Order own = Order.of(scores, labels);
        Order other = Order.of(others, labels);
        int[] once = new int[1 + Arrays.stream(people).max().orElse(-1)];
        Arrays.fill(once, 1);
        double[] leads = new double[DRAWS];
        Random random = new Random(seed);
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] times = new int[once.length];
            for (int person = 0; person < times.length; person++) {
                times[random.nextInt(times.length)]++;
            }
            leads[draw] = own.area(people, times) - other.area(people, times);
        }
        // A draw without one of the labels has no area: it says nothing.
        double[] sorted = Arrays.stream(leads)
                .filter(lead -> !Double.isNaN(lead))
                .sorted()
                .toArray();
        return new Lead(
                own.area(people, once) - other.area(people, once),
                percentile(sorted, TAIL),
                percentile(sorted, 1 - TAIL));
    }

    /** Whether the bounds leave room for no lead at all. */
    public boolean mayBeChance() {
        return !(low > 0);
    }

    private static double percentile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /**
     * Rows by falling score.
     *
     * @param rows their numbers
     * @param last whether the next one has another score
     * @param positive whether the label is positive
     */
    @SuppressWarnings("ArrayRecordComponent") // made once, read here only
    private record Order(int[] rows, boolean[] last, boolean[] positive) {

        static Order of(double[] scores, boolean[] labels) {
            double[] ranks = Arrays.stream(scores)
                    .map(score -> Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score)
                    .toArray();
            int[] rows = IntStream.range(0, scores.length)
                    .boxed()
                    .sorted((left, right) -> Double.compare(ranks[right], ranks[left]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            boolean[] last = new boolean[rows.length];
            boolean[] positive = new boolean[rows.length];
            for (int position = 0; position < rows.length; position++) {
                last[position] = position + 1 == rows.length || ranks[rows[position]] != ranks[rows[position + 1]];
                positive[position] = labels[rows[position]];
            }
            return new Order(rows, last, positive);
        }

        /** The area when each person's rows are there so many times (as {@link AreaUnderCurve#roc}). */
        double area(int[] people, int[] times) {
            double won = 0;
            double before = 0;
            double positives = 0;
            double negatives = 0;
            double equal = 0;
            for (int position = 0; position < rows.length; position++) {
                int count = times[people[rows[position]]];
                positives += positive[position] ? count : 0;
                equal += positive[position] ? 0 : count;
                if (last[position]) {
                    won += equal * (before + positives) / 2;
                    negatives += equal;
                    equal = 0;
                    before = positives;
                }
            }
            return won / (positives * negatives);
        }
    }
}
