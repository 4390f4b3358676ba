package io.attune.trainer.vector;

import io.attune.trainer.learning.BoostedTrees;
import io.attune.trainer.learning.DeepNetwork;
import io.attune.trainer.learning.ElasticNet;
import io.attune.trainer.learning.ExtremeBoosting;
import io.attune.trainer.learning.Learner;
import io.attune.trainer.learning.RandomForest;
import io.attune.trainer.learning.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** The learners that a definition's search space spans. */
record Candidates(SearchSpace space, boolean balance, double positives, double negatives, long seed) {
    private static final double EPOCHS = 20;

    static Candidates of(VectorDefinition definition, Table table, long seed) {
        return new Candidates(
                definition.search(),
                definition.balance(),
                table.positives(),
                (double) table.rows() - table.positives(),
                seed);
    }

    /** Those of one algorithm: all of a grid, or some at random. */
    List<Learner> of(Algorithm algorithm) {
        List<Learner> all = new ArrayList<>(grid(algorithm));
        if (space.method() == SearchSpace.Method.GRID || all.size() <= space.budget()) {
            return all;
        }
        Collections.shuffle(all, new Random(seed + algorithm.name().hashCode()));
        return List.copyOf(all.subList(0, space.budget()));
    }

    private List<? extends Learner> grid(Algorithm algorithm) {
        return switch (algorithm) {
            case GBM ->
                trees((depth, rate, rows, columns, least) ->
                        new BoostedTrees(space.trees(), depth, rate, least, rows, columns, balance));
            case DRF ->
                across(space.minimumRows(), least -> new RandomForest(100, 14, Math.max(3, least / 4), balance));
            case GLM ->
                space.alpha().stream()
                        .flatMap(alpha -> space.lambda().stream().map(lambda -> new ElasticNet(alpha, lambda, balance)))
                        .toList();
            case XGBOOST -> sizes(trees(extreme(false)));
            case LIGHTGBM -> sizes(trees(extreme(true)));
            case DEEPLEARNING -> across(space.hidden(), units -> new DeepNetwork(units, EPOCHS, balance));
        };
    }

    private List<Learner> trees(TreeMaker maker) {
        return space.depth().stream()
                .flatMap(depth -> space.learnRate().stream()
                        .flatMap(rate -> space.sampleRate().stream()
                                .flatMap(rows -> space.columnSampleRate().stream()
                                        .flatMap(columns -> space.minimumRows().stream()
                                                .map(least -> maker.of(depth, rate, rows, columns, least))))))
                .toList();
    }

    /** XGBoost cannot be judged tree by tree: a few numbers of trees stand for all. */
    private static List<Learner> sizes(List<Learner> most) {
        return most.stream()
                .map(ExtremeBoosting.class::cast)
                .flatMap(learner -> Stream.of(learner.trees() / 4, learner.trees() / 2, learner.trees())
                        .map(trees -> (Learner) learner.withTrees(Math.max(1, trees))))
                .toList();
    }

    private TreeMaker extreme(boolean leafWise) {
        double weight = balance ? negatives / Math.max(1.0, positives) : 1;
        return (depth, rate, rows, columns, least) ->
                new ExtremeBoosting(space.trees(), depth, rate, least, rows, columns, leafWise, weight);
    }

    private static <T> List<? extends Learner> across(List<T> values, Function<T, ? extends Learner> maker) {
        return Stream.of(values).flatMap(List::stream).map(maker).toList();
    }

    @FunctionalInterface
    private interface TreeMaker {
        Learner of(int depth, double learnRate, double rows, double columns, double leastRows);
    }
}
