package io.attune.identity.matching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One round's expectation: how many pairs of each level belong to each class, each pair counted by its probabilities. */
final class Tally {
    private static final int TASK_PATTERNS = 1 << 12;

    private final double[][] levels;
    private final double[] classes;

    private Tally(MatchModel model) {
        classes = new double[model.priors().length];
        levels = model.comparisons().stream()
                .map(comparison -> new double[comparison.levels().size()])
                .toArray(double[][]::new);
    }

    /**
     * Counts. Parts are counted in parallel and added up in their order, so that the sums are the same to the last bit.
     *
     * @param ofStrangers whether the levels of strangers are counted, else those of one person
     */
    static Tally of(PatternCounts patterns, MatchModel model, boolean ofStrangers) {
        double[][] weights = model.weights();
        ClassOdds odds = new ClassOdds(model);
        int tasks = (patterns.size() + TASK_PATTERNS - 1) / TASK_PATTERNS;
        List<Tally> parts = IntStream.range(0, tasks)
                .parallel()
                .mapToObj(task -> {
                    Tally part = new Tally(model);
                    int to = Math.min(patterns.size(), (task + 1) * TASK_PATTERNS);
                    part.count(patterns, task * TASK_PATTERNS, to, weights, odds, ofStrangers);
                    return part;
                })
                .toList();
        Tally sum = new Tally(model);
        parts.forEach(sum::add);
        return sum;
    }

    private void count(
            PatternCounts patterns, int from, int to, double[][] levelWeights, ClassOdds odds, boolean ofStrangers) {
        double[] weights = new double[levels.length];
        double[] probabilities = new double[classes.length];
        for (int i = from; i < to; i++) {
            long pattern = patterns.patterns()[i];
            for (int c = 0; c < weights.length; c++) {
                int level = Comparison.level(pattern, c);
                weights[c] = level == Comparison.MISSING ? 0 : levelWeights[c][level];
            }
            double count = patterns.counts()[i];
            double strangers = odds.probabilities(weights, probabilities);
            for (int c = 0; c < classes.length; c++) {
                classes[c] += count * probabilities[c];
            }
            add(pattern, count * (ofStrangers ? strangers : probabilities[0]));
        }
    }

    private void add(long pattern, double count) {
        for (int c = 0; c < levels.length && count > 0; c++) {
            int level = Comparison.level(pattern, c);
            if (level != Comparison.MISSING) {
                levels[c][level] += count;
            }
        }
    }

    private void add(Tally part) {
        Arrays.setAll(classes, c -> classes[c] + part.classes[c]);
        for (int c = 0; c < levels.length; c++) {
            double[] sums = levels[c];
            double[] some = part.levels[c];
            Arrays.setAll(sums, level -> sums[level] + some[level]);
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
