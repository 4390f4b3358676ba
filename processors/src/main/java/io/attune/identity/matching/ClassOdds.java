package io.attune.identity.matching;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A model made ready to judge millions of pairs by the weights of their comparisons. Thread-safe; room to compute in is the caller's.
 */
final class ClassOdds {
    private static final double HOPELESS = -14;

    private final double[] logPriors;
    private final int[][] shared;
    private final boolean[] onePerson;
    private final double hopelessBelow;

    ClassOdds(MatchModel model) {
        logPriors = Arrays.stream(model.priors()).map(Math::log).toArray();
        shared = Arrays.stream(model.shares())
                .mapToObj(bits -> IntStream.range(0, model.comparisons().size())
                        .filter(i -> (bits & (1L << i)) != 0)
                        .toArray())
                .toArray(int[][]::new);
        onePerson = model.onePerson();
        hopelessBelow = HOPELESS - Arrays.stream(logPriors).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /**
     * The probability of each class.
     *
     * @param weights of the comparisons, as natural logarithms
     * @param classes where to put them
     * @return the probability of strangers
     */
    double probabilities(double[] weights, double[] classes) {
        if (hopeless(weights)) {
            Arrays.fill(classes, 0);
            return 1;
        }
        likelihoods(weights, classes);
        return Posterior.normalize(classes);
    }

    /**
     * The odds that a pair is one person, as a natural logarithm.
     *
     * @param classes room to compute in
     */
    double logOdds(double[] weights, double[] classes) {
        if (hopeless(weights)) {
            return HOPELESS;
        }
        likelihoods(weights, classes);
        return Posterior.logOdds(classes, onePerson);
    }

    /** Each class's odds against strangers, as natural logarithms. */
    void likelihoods(double[] weights, double[] classes) {
        for (int c = 0; c < classes.length; c++) {
            double sum = logPriors[c];
            for (int i : shared[c]) {
                sum += weights[i];
            }
            classes[c] = sum;
        }
    }

    /** Whether even what speaks for a pair could not make it anything but strangers; most pairs are told so at once. */
    boolean hopeless(double[] weights) {
        double best = 0;
        for (double weight : weights) {
            best += Math.max(0, weight);
        }
        return best < hopelessBelow;
    }
}
