package io.attune.trainer.vector;

import io.attune.evaluation.Bins;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/**
 * How a feature is spread over the training rows: what later data is compared with.
 *
 * @param bins what drift is measured against
 * @param missing rows without a value; the other figures are over those with one
 */
public record FeatureStatistics(
        String name,
        long count,
        long missing,
        double minimum,
        double maximum,
        double mean,
        double standardDeviation,
        Bins bins) {

    /** Of the values of a feature, NaN where one is missing. */
    public static FeatureStatistics of(String name, double[] values) {
        double[] present =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (present.length == 0) {
            return new FeatureStatistics(name, 0, values.length, 0, 0, 0, 0, Bins.ofEqualCounts(values));
        }
        DoubleSummaryStatistics summary = Arrays.stream(present).summaryStatistics();
        double squares = Arrays.stream(present)
                .map(value -> (value - summary.getAverage()) * (value - summary.getAverage()))
                .sum();
        return new FeatureStatistics(
                name,
                present.length,
                values.length - present.length,
                summary.getMin(),
                summary.getMax(),
                summary.getAverage(),
                Math.sqrt(squares / present.length),
                Bins.ofEqualCounts(values));
    }
}
