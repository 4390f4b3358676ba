package io.attune.identity.matching;

import java.util.Arrays;

/** One round's expectation: how many pairs of each level belong to each class, each pair counted by its probabilities. */
final class Tally {
    private final double[][] levels;
    private final double[] classes;

    /** @param ofStrangers whether the levels of strangers are counted, else those of one person */
    Tally(PatternCounts patterns, MatchModel model, boolean ofStrangers) {
        int comparisons = model.comparisons().size();
        classes = new double[model.priors().length];
        levels = new double[comparisons][];
        Arrays.setAll(
                levels, i -> new double[model.comparisons().get(i).levels().size()]);
        double[][] levelWeights = model.weights();
        double[] weights = new double[comparisons];
        double[] odds = new double[classes.length];
        for (int i = 0; i < patterns.size(); i++) {
            long pattern = patterns.patterns()[i];
            for (int c = 0; c < comparisons; c++) {
                int level = Comparison.level(pattern, c);
                weights[c] = level == Comparison.MISSING ? 0 : levelWeights[c][level];
            }
            double count = patterns.counts()[i];
            double strangers = model.probabilities(weights, odds);
            for (int c = 0; c < classes.length; c++) {
                classes[c] += count * odds[c];
            }
            add(pattern, count * (ofStrangers ? strangers : odds[0]));
        }
    }

    private void add(long pattern, double count) {
        for (int c = 0; c < levels.length; c++) {
            int level = Comparison.level(pattern, c);
            if (level != Comparison.MISSING) {
                levels[c][level] += count;
            }
        }
    }

    double[] classes() {
        return classes;
    }

    /** Each level's share of its comparison, together with an expectation that weighs as some pairs. */
    double[][] shares(double[][] expected, double pairs) {
        double[][] shares = new double[levels.length][];
        for (int c = 0; c < levels.length; c++) {
            double sum = Arrays.stream(levels[c]).sum() + pairs;
            shares[c] = new double[levels[c].length];
            for (int level = 0; level < shares[c].length; level++) {
                shares[c][level] = (levels[c][level] + pairs * expected[c][level]) / sum;
            }
        }
        return shares;
    }
}
