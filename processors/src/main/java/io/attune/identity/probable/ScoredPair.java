package io.attune.identity.probable;

import java.util.Comparator;

/**
 * Two nodes that may be one person.
 *
 * @param low the smaller node id
 * @param logOdds natural logarithm
 */
public record ScoredPair(long low, long high, double logOdds) {
    /** The most probable first, and always in the same order. */
    public static final Comparator<ScoredPair> MOST_PROBABLE_FIRST = Comparator.comparingDouble(ScoredPair::logOdds)
            .reversed()
            .thenComparingLong(ScoredPair::low)
            .thenComparingLong(ScoredPair::high);

    public static ScoredPair of(long one, long other, double logOdds) {
        return new ScoredPair(Math.min(one, other), Math.max(one, other), logOdds);
    }

    public double bits() {
        return logOdds / Math.log(2);
    }
}
