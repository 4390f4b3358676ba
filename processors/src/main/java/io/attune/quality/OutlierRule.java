package io.attune.quality;

import java.util.Objects;

/**
 * Which values of a field are outliers: those that both the modified z-score and Tukey's fences call so.
 *
 * @param kind of records
 * @param logarithmic whether ratios count and not differences, as of money; values of 0 and below are then not judged
 * @param minimum fewer values than this judge nothing
 * @param z from which modified z-score on
 * @param fence how many interquartile ranges behind the quartiles
 */
public record OutlierRule(String kind, String field, boolean logarithmic, int minimum, double z, double fence) {
    public OutlierRule {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(field, "field");
    }

    /** Whether a value can be judged. */
    boolean judges(double value) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    double scaled(double value) {
        return logarithmic ? Math.log(value) : value;
    }

    boolean isOutlier(double scaled, Spread spread) {
        return spread.size() >= minimum && Math.abs(spread.z(scaled)) > z && spread.outsideFences(scaled, fence);
    }
}
