package io.attune.identity.matching;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Weighs pairs of persons by a model, exact agreement by how rare its value is. Thread-safe. */
final class PairScorer {
    private static final int EXACT = 0;

    private final PersonComparison comparison;
    private final MatchModel model;
    private final int[] neverSure;
    private final int[][] sureNeeds;
    private final double mostDoubtful;
    private final double[][] levelWeights;
    private final double[] exactShares;
    private final ClassOdds classOdds;
    private final int[][] numbers;
    private final boolean[] names;
    private final ValueShares[] frequencies;

    PairScorer(
            Persons persons,
            PersonComparison comparison,
            MatchModel model,
            int[] clusters,
            MatchingDefinition definition) {
        this(persons, comparison, model, counted(persons, model, clusters, definition), definition);
    }

    /** @param frequencies how rare values are, column by column */
    PairScorer(
            Persons persons,
            PersonComparison comparison,
            MatchModel model,
            List<? extends ValueShares> frequencies,
            MatchingDefinition definition) {
        this.frequencies = frequencies.toArray(new ValueShares[0]);
        numbers = persons.columns().stream().map(Column::numbers).toArray(int[][]::new);
        names = new boolean[numbers.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = persons.columns().get(i).attribute().isName();
        }
        this.comparison = comparison;
        this.model = model;
        mostDoubtful = Posterior.logOdds(definition.thresholds().sure()) - 1e-9;
        neverSure = among(model, definition.thresholds().neverSure());
        sureNeeds = needed(model, definition.thresholds().sureNeeds());
        levelWeights = model.weights();
        classOdds = new ClassOdds(model);
        exactShares = new double[levelWeights.length];
        for (int i = 0; i < exactShares.length; i++) {
            exactShares[i] = Math.log(model.same()[i][EXACT]);
        }
    }

    private static int[] among(MatchModel model, Set<String> names) {
        return IntStream.range(0, model.comparisons().size())
                .filter(i -> names.contains(model.comparisons().get(i).name()))
                .toArray();
    }

    /** The combinations that this table can agree in; those with a comparison that it lacks are left out. */
    private static int[][] needed(MatchModel model, List<Set<String>> combinations) {
        return combinations.stream()
                .filter(names -> among(model, names).length == names.size())
                .map(names -> among(model, names))
                .toArray(int[][]::new);
    }

    private static List<TermFrequencies> counted(
            Persons persons, MatchModel model, int[] clusters, MatchingDefinition definition) {
        double[][] levels = definition.strangers().of(model.comparisons());
        return IntStream.range(0, persons.columns().size())
                .parallel()
                .mapToObj(i -> TermFrequencies.of(
                        persons.columns().get(i).numbers(),
                        persons.columns().get(i).values().size(),
                        clusters,
                        levels[i][EXACT]))
                .toList();
    }

    /** The weight of each comparison of a pair, a natural logarithm: above 0 it speaks for one person. */
    void weigh(int left, int right, long pattern, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            int level = Comparison.level(pattern, i);
            if (level == Comparison.MISSING) {
                weights[i] = 0;
            } else if (level == EXACT && i < frequencies.length) {
                weights[i] = exactShares[i] - logShare(i, pattern, left, right);
            } else {
                weights[i] = levelWeights[i][level];
            }
        }
    }

    private double logShare(int i, long pattern, int left, int right) {
        int one = numbers[i][left];
        if (names[i] && comparison.swapped(pattern)) {
            return Math.max(frequencies[0].logShare(one), frequencies[1].logShare(one));
        }
        int two = numbers[i][right];
        double share = frequencies[i].logShare(one);
        return one == two ? share : Math.max(share, frequencies[i].logShare(two));
    }

    /** The odds, as a natural logarithm, that a pair of persons, compared already, is one; the arrays are room to compute in. */
    double logOdds(int left, int right, long pattern, double[] weights, double[] classes) {
        weigh(left, right, pattern, weights);
        double odds = classOdds.logOdds(weights, classes);
        return odds > mostDoubtful && doubtful(pattern) ? mostDoubtful : odds;
    }

    /** The odds, as a natural logarithm, that two persons are one. */
    double logOdds(int left, int right) {
        int lower = Math.min(left, right);
        int upper = Math.max(left, right);
        return logOdds(lower, upper, comparison.pattern(lower, upper), new double[weights()], new double[classes()]);
    }

    /** Whether a pair differs altogether in what lets no pair be sure, or agrees to the letter in nothing that a sure one needs. */
    boolean doubtful(long pattern) {
        return differs(pattern) || !agrees(pattern);
    }

    private boolean agrees(long pattern) {
        if (sureNeeds.length == 0) {
            return true;
        }
        for (int[] combination : sureNeeds) {
            if (agrees(combination, pattern)) {
                return true;
            }
        }
        return false;
    }

    private static boolean agrees(int[] combination, long pattern) {
        for (int comparison : combination) {
            if (Comparison.level(pattern, comparison) != EXACT) {
                return false;
            }
        }
        return true;
    }

    private boolean differs(long pattern) {
        for (int comparison : neverSure) {
            int other = model.comparisons().get(comparison).levels().size() - 1;
            if (Comparison.level(pattern, comparison) == other) {
                return true;
            }
        }
        return false;
    }

    int weights() {
        return levelWeights.length;
    }

    int classes() {
        return model.priors().length;
    }

    MatchModel model() {
        return model;
    }
}
