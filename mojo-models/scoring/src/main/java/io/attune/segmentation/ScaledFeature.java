package io.attune.segmentation;

import java.util.Arrays;

/**
 * How a feature is made comparable with others: the logarithm where it is skewed, then less its mean and by its standard
 * deviation.
 *
 * @param logarithm whether log(1 + value) is taken first
 * @param mean of what is then there
 * @param deviation of the same; 1 for a feature that never varies
 */
public record ScaledFeature(String name, boolean logarithm, double mean, double deviation) {
    /** So many deviations from the mean are far enough: one giant must not have a group of its own. */
    private static final double FARTHEST = 4;

    private static final double SKEWED = 1;

    /** Learns it from values, NaN where one is missing. */
    public static ScaledFeature of(String name, double[] values) {
        double[] present =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        boolean logarithm =
                present.length > 0 && Arrays.stream(present).min().orElse(0) >= 0 && skewness(present) > SKEWED;
        double[] used = logarithm ? Arrays.stream(present).map(Math::log1p).toArray() : present;
        double deviation = deviation(used);
        return new ScaledFeature(name, logarithm, mean(used), deviation > 0 ? deviation : 1);
    }

    /** The value in deviations from the mean; a missing one is the mean. */
    public double scale(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        double used = logarithm ? Math.log1p(Math.max(0, value)) : value;
        return Math.max(-FARTHEST, Math.min(FARTHEST, (used - mean) / deviation));
    }

    /** The value that is so many deviations from the mean. */
    public double value(double scaled) {
        double used = mean + scaled * deviation;
        return logarithm ? Math.expm1(used) : used;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    private static double skewness(double[] values) {
        double mean = mean(values);
        double deviation = deviation(values);
        return deviation == 0
                ? 0
                : Arrays.stream(values)
                        .map(value -> Math.pow((value - mean) / deviation, 3))
                        .average()
                        .orElse(0);
    }
}
