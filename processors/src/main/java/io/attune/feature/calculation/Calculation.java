package io.attune.feature.calculation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a feature comes of what is known of a person at a moment. Implementations are immutable. */
public sealed interface Calculation
        permits Windowed,
                Trend,
                TopCategory,
                CategoryShare,
                HourCount,
                Engagement,
                Abandonments,
                Completions,
                Ratio,
                Difference,
                Quantile,
                Bin,
                Cell,
                Lifetime {

    /** A Double, or a String where it is categorical; empty where there is nothing to say. */
    Optional<Object> of(Evidence evidence);

    /** What it reads of which measures. */
    default List<Reading> readings() {
        return List.of();
    }

    /** The features that it reads. */
    default Set<String> features() {
        return Set.of();
    }

    /** Whether it must know something of everybody. */
    default boolean readsPopulation() {
        return false;
    }

    /** Whether its values are categories. */
    default boolean categorical() {
        return false;
    }
}
