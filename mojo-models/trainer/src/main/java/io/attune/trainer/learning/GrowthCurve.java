package io.attune.trainer.learning;

import hex.tree.gbm.GBMModel;
import io.attune.evaluation.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import water.Key;
import water.fvec.Frame;
import water.fvec.Vec;

/**
 * How good boosted trees are on rows that they did not learn from, as more are added: where to stop.
 *
 * @param trees rising numbers of trees
 * @param logLoss with as many
 * @param auc with as many
 */
public record GrowthCurve(List<Integer> trees, List<Double> logLoss, List<Double> auc) {
    private static final int STEP = 10;

    public static GrowthCurve of(BoostedTrees most, Table table, int[] learned, int[] judged, long seed) {
        try (LearningFrame training = LearningFrame.of(table, learned);
                LearningFrame judging = LearningFrame.of(table, judged)) {
            GBMModel model = most.fit(training.frame(), table.response(), seed, Key.make());
            Frame staged = model.scoreStagedPredictions(judging.frame(), Key.make());
            try {
                return of(staged, table.labels(judged));
            } finally {
                staged.delete();
                model.delete();
            }
        }
    }

    public static GrowthCurve mean(List<GrowthCurve> curves) {
        int steps =
                curves.stream().mapToInt(curve -> curve.trees().size()).min().orElseThrow();
        return new GrowthCurve(
                curves.get(0).trees().subList(0, steps),
                mean(curves, steps, GrowthCurve::logLoss),
                mean(curves, steps, GrowthCurve::auc));
    }

    /** The step of the least loss. */
    public int best() {
        return IntStream.range(0, trees.size())
                .boxed()
                .min(Comparator.comparingDouble(logLoss::get))
                .orElseThrow();
    }

    /** H2O gives one column a tree: for two classes, the probability of the first one so far. */
    private static GrowthCurve of(Frame staged, boolean[] labels) {
        List<Integer> trees = new ArrayList<>();
        List<Double> logLoss = new ArrayList<>();
        List<Double> auc = new ArrayList<>();
        for (int number = STEP; number <= staged.numCols(); number += STEP) {
            Vec.Reader reader = staged.vec(number - 1).new Reader();
            double[] scores = IntStream.range(0, labels.length)
                    .mapToDouble(row -> 1 - reader.at(row))
                    .toArray();
            Judgement judgement = Judgement.of(scores, labels);
            trees.add(number);
            logLoss.add(judgement.logLoss());
            auc.add(judgement.auc());
        }
        return new GrowthCurve(trees, logLoss, auc);
    }

    private static List<Double> mean(List<GrowthCurve> curves, int steps, Function<GrowthCurve, List<Double>> values) {
        return IntStream.range(0, steps)
                .mapToObj(step -> curves.stream()
                        .mapToDouble(curve -> values.apply(curve).get(step))
                        .average()
                        .orElseThrow())
                .toList();
    }
}
