package io.attune.trainer.learning;

import io.attune.evaluation.Judgement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Judges learners on folds of their own, which the judgement of a model does not use. */
public final class Tuning {
    private static final int FOLDS = 5;
    private static final int MOST_JUDGED = 3;
    /** Judging on fewer folds is enough where a fold has many rows. */
    private static final int ENOUGH_ROWS = 20_000;
    /** The depth that is best of so many rows is nearly that of more, and takes a fraction of the time to find. */
    private static final int ENOUGH_LEARNED = 60_000;

    private final Table table;
    private final Fits fits;
    private final long seed;
    private final Folds folds;
    private final int[] used;

    public Tuning(Table table, Fits fits, long seed) {
        this.table = table;
        this.fits = fits;
        this.seed = seed;
        folds = Folds.of(table, FOLDS, seed - 1);
        used = IntStream.range(0, Math.max(1, Math.min(MOST_JUDGED, ENOUGH_ROWS / table.rows())))
                .toArray();
    }

    /** Boosted trees, with as many trees as are best of at most so many. */
    public Tried grown(BoostedTrees most) {
        List<Callable<GrowthCurve>> tasks = new ArrayList<>();
        for (int fold : used) {
            tasks.add(() -> GrowthCurve.of(most, table, learned(fold), judged(fold), seed));
        }
        GrowthCurve mean = GrowthCurve.mean(fits.all(tasks));
        int best = mean.best();
        return new Tried(
                most.withTrees(mean.trees().get(best)),
                mean.logLoss().get(best),
                mean.auc().get(best));
    }

    /** A learner as it is. */
    public Tried tried(Learner learner) {
        List<Callable<Judgement>> tasks = new ArrayList<>();
        for (int fold : used) {
            tasks.add(() -> Judgement.of(
                    Fits.predict(learner, table, learned(fold), judged(fold), seed), table.labels(judged(fold))));
        }
        List<Judgement> judgements = fits.all(tasks);
        return new Tried(
                learner,
                judgements.stream().mapToDouble(Judgement::logLoss).average().orElseThrow(),
                judgements.stream().mapToDouble(Judgement::auc).average().orElseThrow());
    }

    private int[] learned(int fold) {
        return some(folds.outside(fold), ENOUGH_LEARNED);
    }

    private int[] judged(int fold) {
        return some(folds.inside(fold), ENOUGH_ROWS);
    }

    /** At most so many of some rows, drawn by chance. */
    private int[] some(int[] rows, int most) {
        if (rows.length <= most) {
            return rows;
        }
        List<Integer> drawn = new ArrayList<>(IntStream.of(rows).boxed().toList());
        Collections.shuffle(drawn, new Random(seed));
        return drawn.stream().limit(most).mapToInt(Integer::intValue).sorted().toArray();
    }

    /** A learner with what it was worth. */
    public record Tried(Learner learner, double logLoss, double auc) {
        public static Comparator<Tried> byLogLoss() {
            return Comparator.comparingDouble(Tried::logLoss);
        }
    }
}
