package io.attune.card;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A number's values in bins of equal width, for the eye; what lies beyond the 99th percentile is in the last one.
 *
 * @param names of the bins
 * @param counts rows by bin
 */
record Spread(List<String> names, List<Long> counts) {
    private static final int BINS = 20;
    private static final double SHOWN = 0.99;

    static Spread of(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new Spread(List.of(), List.of());
        }
        double least = sorted[0];
        double high = sorted[(int) ((sorted.length - 1) * SHOWN)];
        double most = high > least ? high : sorted[sorted.length - 1];
        double width = most > least ? (most - least) / BINS : 1;
        Long[] counts = new Long[BINS];
        Arrays.fill(counts, 0L);
        for (double value : sorted) {
            counts[(int) Math.min(BINS - 1, (value - least) / width)]++;
        }
        List<String> names = IntStream.range(0, BINS)
                .mapToObj(bin -> text(least + bin * width) + " to "
                        + text(bin == BINS - 1 ? sorted[sorted.length - 1] : least + (bin + 1) * width))
                .toList();
        return new Spread(names, List.of(counts));
    }

    /** A number short enough to read. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : Html.number(value, Math.abs(value) < 1 ? 4 : 2);
    }
}
