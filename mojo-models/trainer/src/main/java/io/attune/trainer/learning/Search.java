package io.attune.trainer.learning;

import io.attune.trainer.learning.Tuning.Tried;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets the learners' parameters, on folds of their own that the judgement does not use: how deep the trees are and how
 * many, how strong the penalty is, and whether a forest is worth its time.
 */
public final class Search {
    private static final List<Integer> DEPTHS = List.of(2, 3, 4, 6);
    private static final List<Double> LAMBDAS = List.of(0.0003, 0.003, 0.03);
    private static final double ALPHA = 0.5;
    private static final double LEARN_RATE = 0.04;
    private static final int MOST_TREES = 500;
    private static final int FOREST_TREES = 100;
    private static final int FOREST_DEPTH = 14;
    /** A learner that far behind the best adds nothing to a stack but time. */
    private static final double BEHIND = 0.01;

    private final Table table;
    private final Tuning tuning;

    public Search(Table table, Fits fits, long seed) {
        this.table = table;
        tuning = new Tuning(table, fits, seed);
    }

    /** The best of each kind; two sizes of boosted trees, since they err differently. */
    public List<Learner> learners() {
        List<Tried> trees = DEPTHS.stream()
                .map(depth -> tuning.grown(new BoostedTrees(MOST_TREES, depth, LEARN_RATE, minimumRows())))
                .sorted(Tried.byLogLoss())
                .toList();
        List<Tried> linear = LAMBDAS.stream()
                .map(lambda -> tuning.tried(new ElasticNet(ALPHA, lambda)))
                .sorted(Tried.byLogLoss())
                .toList();
        Tried forest = tuning.tried(new RandomForest(FOREST_TREES, FOREST_DEPTH, Math.max(3, minimumRows() / 4)));
        List<Tried> best = List.of(trees.get(0), trees.get(1), linear.get(0), forest);
        double bar = best.stream().mapToDouble(Tried::auc).max().orElseThrow() - BEHIND;
        List<Learner> kept = new ArrayList<>();
        best.stream()
                .filter(candidate -> candidate.auc() >= bar || candidate.equals(linear.get(0)))
                .forEach(candidate -> kept.add(candidate.learner()));
        return kept;
    }

    /** Leaves grow with the rows, more slowly than they do. */
    private double minimumRows() {
        return Math.max(5, Math.min(50, Math.round(Math.sqrt(table.rows()) / 3.5)));
    }
}
