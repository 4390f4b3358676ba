package io.attune.bench.tracking;

import java.util.Arrays;

/** Durations in milliseconds, as percentiles by the nearest rank. */
final class Latencies {
    private final double[] sorted;

    /** @param millis one or more */
    Latencies(double[] millis) {
        this.sorted = millis.clone();
        Arrays.sort(sorted);
    }

    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
