package io.attune.trainer.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.evaluation.Bins;
import io.attune.frame.Feature;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * How a feature is spread over the rows that were learned from: what later data is compared with.
 *
 * @param count rows that have a value; the figures but {@code missing} are over them, and are 0 for a category
 * @param levels of a category, in the order of {@code counts}
 * @param edges of a number's bins, one more than {@code counts}, strictly rising; the outer bins have no outer bound
 * @param counts rows by level or bin
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FeatureProfile(
        String name,
        String column,
        String type,
        long count,
        long missing,
        double minimum,
        double maximum,
        double mean,
        double standardDeviation,
        List<String> levels,
        List<Double> edges,
        List<Long> counts) {
    public static FeatureProfile of(Feature feature, double[] values) {
        double[] present = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return feature.categorical()
                ? category(feature, present, values.length)
                : number(feature, present, values.length);
    }

    private static FeatureProfile category(Feature feature, double[] present, int rows) {
        Long[] counts = new Long[feature.levels().size()];
        Arrays.fill(counts, 0L);
        for (double level : present) {
            counts[(int) level]++;
        }
        return new FeatureProfile(
                feature.name(),
                feature.source(),
                feature.kind(),
                present.length,
                rows - present.length,
                0,
                0,
                0,
                0,
                feature.levels(),
                List.of(),
                List.of(counts));
    }

    private static FeatureProfile number(Feature feature, double[] present, int rows) {
        DoubleSummaryStatistics summary = Arrays.stream(present).summaryStatistics();
        double mean = present.length == 0 ? 0 : summary.getAverage();
        double squares = Arrays.stream(present)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        Bins bins = Bins.ofEqualCounts(present);
        return new FeatureProfile(
                feature.name(),
                feature.source(),
                feature.kind(),
                present.length,
                rows - present.length,
                present.length == 0 ? 0 : summary.getMin(),
                present.length == 0 ? 0 : summary.getMax(),
                mean,
                present.length == 0 ? 0 : Math.sqrt(squares / present.length),
                List.of(),
                bins.edges(),
                bins.counts());
    }
}
