package io.attune.lifetime;

/**
 * What Gamma–Gamma knows of a person: the purchases after the first one, and what they cost on average.
 *
 * @param purchases how many the mean is of, x in the paper; at least 1
 * @param mean the mean value of one of them; greater than 0
 */
public record SpendHistory(int purchases, double mean) {
    public SpendHistory {
        if (purchases < 1 || !(mean > 0) || mean == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "A spend history needs purchases >= 1 and a mean > 0, not " + purchases + " and " + mean);
        }
    }
}
