package io.attune.quality;

import java.util.Arrays;

/**
 * How the values of a field lie, by figures that a few wild ones do not move.
 *
 * @param size how many values it is made of
 * @param deviation their median absolute deviation from the median, or where that is 0 their mean one, each made comparable
 *     with a standard deviation
 */
record Spread(int size, double median, double deviation, double lowerQuartile, double upperQuartile) {
    /** 1 / Φ⁻¹(3/4): Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993. */
    private static final double OF_MEDIAN_DEVIATION = 1.482602218505602;
    /** √(π/2), for the mean absolute deviation. */
    private static final double OF_MEAN_DEVIATION = 1.2533141373155003;

    /** @param values at least one; changed by sorting */
    static Spread of(double[] values) {
        Arrays.sort(values);
        double median = quantile(values, 0.5);
        double[] distances = Arrays.stream(values)
                .map(value -> Math.abs(value - median))
                .sorted()
                .toArray();
        double deviation = quantile(distances, 0.5) * OF_MEDIAN_DEVIATION;
        if (deviation == 0) {
            deviation = Arrays.stream(distances).average().orElse(0) * OF_MEAN_DEVIATION;
        }
        return new Spread(values.length, median, deviation, quantile(values, 0.25), quantile(values, 0.75));
    }

    /** By interpolation between the neighbours (type 7 of Hyndman and Fan 1996). */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** The modified z-score: deviations from the median. 0 where all values are the same. */
    double z(double value) {
        return deviation == 0 ? 0 : (value - median) / deviation;
    }

    /** Whether a value lies outside of Tukey's fences, {@code factor} times the interquartile range behind the quartiles. */
    boolean outsideFences(double value, double factor) {
        double range = upperQuartile - lowerQuartile;
        return value < lowerQuartile - factor * range || value > upperQuartile + factor * range;
    }
}
