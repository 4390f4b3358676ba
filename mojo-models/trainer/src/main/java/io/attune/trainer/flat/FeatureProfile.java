package io.attune.trainer.flat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.frame.Feature;
import java.util.ArrayList;
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
record FeatureProfile(
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
    private static final int BINS = 10;

    static FeatureProfile of(Feature feature, double[] values) {
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
        List<Double> edges = edges(present);
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
                edges,
                counts(present, edges));
    }

    /** Bins of about equal numbers of rows, as the population stability index wants them; few values have a bin each. */
    private static List<Double> edges(double[] sorted) {
        if (sorted.length == 0) {
            return List.of();
        }
        List<Double> distinct =
                Arrays.stream(sorted).distinct().limit(BINS + 1L).boxed().toList();
        if (distinct.size() <= BINS) {
            List<Double> each = new ArrayList<>(distinct);
            each.add(distinct.get(distinct.size() - 1) + 1);
            return List.copyOf(each);
        }
        return java.util.stream.IntStream.rangeClosed(0, BINS)
                .mapToObj(bin -> sorted[(int) ((long) (sorted.length - 1) * bin / BINS)])
                .distinct()
                .toList();
    }

    private static List<Long> counts(double[] sorted, List<Double> edges) {
        if (edges.size() < 2) {
            return edges.isEmpty() ? List.of() : List.of((long) sorted.length);
        }
        Long[] counts = new Long[edges.size() - 1];
        Arrays.fill(counts, 0L);
        int bin = 0;
        for (double value : sorted) {
            while (bin < counts.length - 1 && value >= edges.get(bin + 1)) {
                bin++;
            }
            counts[bin]++;
        }
        return List.of(counts);
    }
}
