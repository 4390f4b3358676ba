package io.attune.card;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/**
 * A feature as the page shows it.
 *
 * @param type in words
 * @param summary its figures in words
 * @param missing the share of the rows without a value
 * @param names of the bins or levels, as many as {@code counts}
 * @param counts rows by bin or level
 */
public record FeatureRow(
        String name, String type, String summary, double missing, List<String> names, List<Long> counts) {
    public FeatureRow {
        names = List.copyOf(names);
        counts = List.copyOf(counts);
    }

    /** A feature of numbers, with NaN where there is none. */
    public static FeatureRow ofNumbers(String name, String type, double[] values) {
        DoubleSummaryStatistics summary =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).summaryStatistics();
        double squares = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .map(value -> Math.pow(value - summary.getAverage(), 2))
                .sum();
        Spread spread = Spread.of(values);
        String figures = summary.getCount() == 0
                ? "no value"
                : String.format(
                        Locale.ROOT,
                        "%s to %s, mean %s, deviation %s",
                        Spread.text(summary.getMin()),
                        Spread.text(summary.getMax()),
                        Spread.text(summary.getAverage()),
                        Spread.text(Math.sqrt(squares / summary.getCount())));
        double missing = (double) (values.length - summary.getCount()) / Math.max(1, values.length);
        return new FeatureRow(name, type, figures, missing, spread.names(), spread.counts());
    }
}
