package io.attune.bench;

import java.util.Arrays;

/** Durations in milliseconds, as percentiles by the nearest rank. */
public final class Latencies {
    private final double[] sorted;

    /**
     * Sorts them.
     *
     * @param millis one or more
     */
    public Latencies(double[] millis) {
        this.sorted = millis.clone();
        Arrays.sort(sorted);
    }

    /** The duration that so many of 100 do not exceed. */
    public double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
