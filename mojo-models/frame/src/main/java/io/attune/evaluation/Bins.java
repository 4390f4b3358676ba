package io.attune.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How numbers are spread: what later ones are compared with, by the population stability index.
 *
 * @param edges of the bins, one more than {@code counts}, strictly rising; the outer bins have no outer bound
 * @param counts numbers by bin
 */
public record Bins(List<Double> edges, List<Long> counts) {
    private static final int MOST = 10;

    public Bins {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
    }

    /** Bins of about equal counts; up to ten different values have a bin each. NaN counts nowhere. */
    public static Bins ofEqualCounts(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        List<Double> edges = edges(sorted);
        return new Bins(edges, counts(sorted, edges));
    }

    private static List<Double> edges(double[] sorted) {
        if (sorted.length == 0) {
            return List.of();
        }
        List<Double> different =
                Arrays.stream(sorted).distinct().limit(MOST + 1L).boxed().toList();
        if (different.size() <= MOST) {
            List<Double> each = new ArrayList<>(different);
            each.add(different.get(different.size() - 1) + 1);
            return each;
        }
        return IntStream.rangeClosed(0, MOST)
                .mapToObj(bin -> sorted[(int) ((sorted.length - 1L) * bin / MOST)])
                .distinct()
                .toList();
    }

    private static List<Long> counts(double[] sorted, List<Double> edges) {
        if (edges.isEmpty()) {
            return List.of();
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
