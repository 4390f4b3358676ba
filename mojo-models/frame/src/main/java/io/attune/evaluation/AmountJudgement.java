package io.attune.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good forecasts of amounts were.
 *
 * @param mean of what came
 * @param meanSaid of what was said
 * @param rootMeanSquaredError in the amounts' unit, as is the absolute one
 * @param rankCorrelation Spearman's, in [-1, 1]; NaN when either side is constant
 * @param tenths of the rows, the highest forecasts first
 */
public record AmountJudgement(
        long rows,
        double mean,
        double meanSaid,
        double rootMeanSquaredError,
        double meanAbsoluteError,
        double rankCorrelation,
        List<Tenth> tenths) {
    private static final int TENTHS = 10;

    /**
     * Rows of similar forecast.
     *
     * @param said on average
     * @param came on average
     */
    public record Tenth(long rows, double said, double came) {}

    public AmountJudgement {
        tenths = List.copyOf(tenths);
    }

    /** Judges forecasts, one a row. */
    public static AmountJudgement of(double[] said, double[] came) {
        int rows = said.length;
        return new AmountJudgement(
                rows,
                Arrays.stream(came).average().orElse(Double.NaN),
                Arrays.stream(said).average().orElse(Double.NaN),
                rootMeanSquaredError(said, came),
                IntStream.range(0, rows)
                        .mapToDouble(row -> Math.abs(said[row] - came[row]))
                        .average()
                        .orElse(Double.NaN),
                correlation(ranks(said), ranks(came)),
                tenths(said, came));
    }

    public static double rootMeanSquaredError(double[] said, double[] came) {
        return Math.sqrt(IntStream.range(0, said.length)
                .mapToDouble(row -> (said[row] - came[row]) * (said[row] - came[row]))
                .average()
                .orElse(Double.NaN));
    }

    /** All that was said by all that came; 1 is right on the whole. */
    public double total() {
        return meanSaid / mean;
    }

    private static List<Tenth> tenths(double[] said, double[] came) {
        Integer[] order = order(said);
        List<Tenth> tenths = new ArrayList<>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            // The order rises; the highest come first.
            int to = order.length - tenth * order.length / TENTHS;
            int from = order.length - (tenth + 1) * order.length / TENTHS;
            if (to > from) {
                tenths.add(new Tenth(
                        (long) to - from,
                        IntStream.range(from, to)
                                .mapToDouble(at -> said[order[at]])
                                .average()
                                .orElseThrow(),
                        IntStream.range(from, to)
                                .mapToDouble(at -> came[order[at]])
                                .average()
                                .orElseThrow()));
            }
        }
        return tenths;
    }

    private static Integer[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> values[row]))
                .toArray(Integer[]::new);
    }

    /** Equal values share their mean rank. */
    private static double[] ranks(double[] values) {
        Integer[] order = order(values);
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int at = from; at < to; at++) {
                ranks[order[at]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static double correlation(double[] left, double[] right) {
        double leftMean = Arrays.stream(left).average().orElse(Double.NaN);
        double rightMean = Arrays.stream(right).average().orElse(Double.NaN);
        double both = 0;
        double leftSquares = 0;
        double rightSquares = 0;
        for (int row = 0; row < left.length; row++) {
            both += (left[row] - leftMean) * (right[row] - rightMean);
            leftSquares += (left[row] - leftMean) * (left[row] - leftMean);
            rightSquares += (right[row] - rightMean) * (right[row] - rightMean);
        }
        return both / Math.sqrt(leftSquares * rightSquares);
    }
}
