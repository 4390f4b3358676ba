package io.attune.trainer.flat;

import io.attune.evaluation.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Sets the learners' parameters, on folds of their own that the judgement does not use: how deep the trees are and how
 * many, how strong the penalty is, and whether a forest is worth its time.
 */
final class Search {
    private static final List<Integer> DEPTHS = List.of(2, 3, 4, 6);
    private static final List<Double> LAMBDAS = List.of(0.0003, 0.003, 0.03);
    private static final double ALPHA = 0.5;
    private static final double LEARN_RATE = 0.04;
    private static final int MOST_TREES = 500;
    private static final int FOREST_TREES = 100;
    private static final int FOREST_DEPTH = 14;
    private static final int FOLDS = 5;
    private static final int MOST_JUDGED = 3;
    /** Judging on fewer folds is enough where a fold has many rows. */
    private static final int ENOUGH_ROWS = 20_000;
    /** A learner that far behind the best adds nothing to a stack but time. */
    private static final double BEHIND = 0.01;

    private final Table table;
    private final Fits fits;
    private final long seed;
    private final Folds folds;
    private final int[] used;

    Search(Table table, Fits fits, long seed) {
        this.table = table;
        this.fits = fits;
        this.seed = seed;
        folds = Folds.stratified(table.labels(), FOLDS, seed - 1);
        used = IntStream.range(0, Math.max(1, Math.min(MOST_JUDGED, ENOUGH_ROWS / table.rows())))
                .toArray();
    }

    /** The best of each kind; two sizes of boosted trees, since they err differently. */
    List<Learner> learners() {
        List<Tried> trees =
                DEPTHS.stream().map(this::boosted).sorted(byLogLoss()).toList();
        List<Tried> linear = LAMBDAS.stream()
                .map(lambda -> tried(new ElasticNet(ALPHA, lambda)))
                .sorted(byLogLoss())
                .toList();
        Tried forest = tried(new RandomForest(FOREST_TREES, FOREST_DEPTH, Math.max(3, minimumRows() / 4)));
        List<Tried> best = List.of(trees.get(0), trees.get(1), linear.get(0), forest);
        double bar = best.stream().mapToDouble(Tried::auc).max().orElseThrow() - BEHIND;
        List<Learner> kept = new ArrayList<>();
        best.stream()
                .filter(candidate -> candidate.auc() >= bar || candidate.equals(linear.get(0)))
                .forEach(candidate -> kept.add(candidate.learner()));
        return kept;
    }

    private Tried boosted(int depth) {
        BoostedTrees most = new BoostedTrees(MOST_TREES, depth, LEARN_RATE, minimumRows());
        List<Callable<GrowthCurve>> tasks = new ArrayList<>();
        for (int fold : used) {
            tasks.add(() -> GrowthCurve.of(most, table, folds.outside(fold), folds.inside(fold), seed));
        }
        GrowthCurve mean = GrowthCurve.mean(fits.all(tasks));
        int best = mean.best();
        return new Tried(
                most.withTrees(mean.trees().get(best)),
                mean.logLoss().get(best),
                mean.auc().get(best));
    }

    private Tried tried(Learner learner) {
        List<Callable<Judgement>> tasks = new ArrayList<>();
        for (int fold : used) {
            tasks.add(() -> Judgement.of(
                    Fits.predict(learner, table, folds.outside(fold), folds.inside(fold), seed),
                    table.labels(folds.inside(fold))));
        }
        List<Judgement> judgements = fits.all(tasks);
        return new Tried(
                learner,
                judgements.stream().mapToDouble(Judgement::logLoss).average().orElseThrow(),
                judgements.stream().mapToDouble(Judgement::auc).average().orElseThrow());
    }

    /** Leaves grow with the rows, more slowly than they do. */
    private double minimumRows() {
        return Math.max(5, Math.min(50, Math.round(Math.sqrt(table.rows()) / 3.5)));
    }

    private static Comparator<Tried> byLogLoss() {
        return Comparator.comparingDouble(Tried::logLoss);
    }

    private record Tried(Learner learner, double logLoss, double auc) {}
}
