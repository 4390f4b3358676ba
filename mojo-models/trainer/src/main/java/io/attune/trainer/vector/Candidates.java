package io.attune.trainer.vector;

import io.attune.trainer.learning.BoostedTrees;
import io.attune.trainer.learning.ElasticNet;
import io.attune.trainer.learning.Learner;
import io.attune.trainer.learning.RandomForest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** The learners that a definition's search space spans. */
record Candidates(SearchSpace space, boolean balance, long seed) {

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
            default -> throw new IllegalStateException(algorithm.name());
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

    private static <T> List<? extends Learner> across(List<T> values, Function<T, ? extends Learner> maker) {
        return Stream.of(values).flatMap(List::stream).map(maker).toList();
    }

    @FunctionalInterface
    private interface TreeMaker {
        Learner of(int depth, double learnRate, double rows, double columns, double leastRows);
    }
}
