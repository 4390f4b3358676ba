package io.attune.quality.alert;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When a figure of a source is alarming.
 *
 * @param source {@code *} for every source, each for itself
 * @param kind of records, for completeness
 * @param field for completeness and new categories; empty = of all fields together
 * @param above alarming from here on upwards
 * @param below alarming from here on downwards
 * @param change alarming when it is so unlike the source's own past
 * @param minimumRecords a share of fewer records says nothing
 * @param openAfter evaluations in a row until an alert opens
 * @param closeAfter calm evaluations in a row until it closes
 * @param margin how much better than the limit is calm, as a share of the limit
 */
public record AlertRule(
        String name,
        String source,
        Figure figure,
        String kind,
        String field,
        OptionalDouble above,
        OptionalDouble below,
        Optional<Change> change,
        long minimumRecords,
        int openAfter,
        int closeAfter,
        double margin) {
    /** Against which past, and how unlike. */
    public enum Direction {
        HIGHER,
        LOWER,
        BOTH
    }

    /**
     * A change against the past: the same hour of the week in earlier weeks, or while there are too few of them, the same hour
     * of earlier days.
     *
     * @param z robust deviations from the median of the past
     * @param minimumHistory with fewer hours of the past nothing is said
     */
    public record Change(double z, Direction direction, int minimumHistory) {}

    public AlertRule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(above, "above");
        Objects.requireNonNull(below, "below");
        Objects.requireNonNull(change, "change");
    }

    boolean isAbout(String other) {
        return source.equals("*") || source.equals(other);
    }
}
