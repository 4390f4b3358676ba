package io.attune.sandbox.population.evaluation;

/**
 * How well entities were joined, counted in pairs of entities.
 *
 * @param truePairs pairs that belong to one person
 * @param joinedPairs pairs that were put together
 * @param correctPairs pairs that are both
 */
public record PairwiseScore(long truePairs, long joinedPairs, long correctPairs) {
    /** The part of the joined pairs that is right; 1 when none was joined. */
    public double precision() {
        return joinedPairs == 0 ? 1 : (double) correctPairs / joinedPairs;
    }

    /** The part of the true pairs that was found; 1 when there is none. */
    public double recall() {
        return truePairs == 0 ? 1 : (double) correctPairs / truePairs;
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
}
