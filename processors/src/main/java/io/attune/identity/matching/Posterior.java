package io.attune.identity.matching;

/** From logarithms of odds to probabilities. */
final class Posterior {
    private static final double NEGLIGIBLE = -40;

    private Posterior() {}

    /** The odds of a probability, as a natural logarithm. */
    static double logOdds(double probability) {
        return Math.log(probability / (1 - probability));
    }

    /** The probability of odds that are given as a natural logarithm. */
    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /**
     * The odds of some classes against all others and strangers, as a natural logarithm.
     *
     * @param odds the natural logarithms of each class's odds against strangers
     */
    static double logOdds(double[] odds, boolean[] wanted) {
        double most = 0;
        double mostWanted = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < odds.length; i++) {
            if (wanted[i]) {
                mostWanted = Math.max(mostWanted, odds[i]);
            } else {
                most = Math.max(most, odds[i]);
            }
        }
        double sum = Math.exp(-most);
        double sumWanted = 0;
        for (int i = 0; i < odds.length; i++) {
            if (wanted[i]) {
                sumWanted += exp(odds[i] - mostWanted);
            } else {
                sum += exp(odds[i] - most);
            }
        }
        return mostWanted + Math.log(sumWanted) - most - Math.log(sum);
    }

    /** The exponential function, 0 for what is too small to change a sum of at least 1. */
    private static double exp(double power) {
        return power < NEGLIGIBLE ? 0 : Math.exp(power);
    }

    /**
     * Turns the natural logarithms of each class's odds against strangers into the classes' probabilities, in place.
     *
     * @return the probability of strangers
     */
    static double normalize(double[] odds) {
        double most = 0;
        for (double odd : odds) {
            most = Math.max(most, odd);
        }
        double sum = Math.exp(-most);
        for (int i = 0; i < odds.length; i++) {
            odds[i] = exp(odds[i] - most);
            sum += odds[i];
        }
        for (int i = 0; i < odds.length; i++) {
            odds[i] /= sum;
        }
        return Math.exp(-most) / sum;
    }
}
