package io.attune.trainer.vector;

import java.util.List;
import java.util.Objects;

/**
 * The parameters to try. What a definition leaves out has a usual value.
 *
 * @param budget how many combinations of each algorithm a random search takes
 * @param trees the most; learning stops where more do not help
 */
public record SearchSpace(
        Method method,
        Integer budget,
        Integer trees,
        List<Integer> depth,
        List<Double> learnRate,
        List<Double> sampleRate,
        List<Double> columnSampleRate,
        List<Double> minimumRows,
        List<Double> lambda,
        List<Double> alpha,
        List<List<Integer>> hidden) {

    public SearchSpace {
        method = Objects.requireNonNullElse(method, Method.GRID);
        budget = Objects.requireNonNullElse(budget, 8);
        trees = Objects.requireNonNullElse(trees, 400);
        depth = orElse(depth, List.of(2, 3, 5));
        learnRate = orElse(learnRate, List.of(0.05));
        sampleRate = orElse(sampleRate, List.of(0.6));
        columnSampleRate = orElse(columnSampleRate, List.of(0.5));
        minimumRows = orElse(minimumRows, List.of(30.0));
        lambda = orElse(lambda, List.of(0.0003, 0.003, 0.03));
        alpha = orElse(alpha, List.of(0.5));
        hidden = orElse(hidden, List.of(List.of(32), List.of(64, 32)));
    }

    /** How combinations are chosen. */
    public enum Method {
        GRID,
        RANDOM
    }

    static SearchSpace usual() {
        return new SearchSpace(null, null, null, null, null, null, null, null, null, null, null);
    }

    private static <T> List<T> orElse(List<T> given, List<T> usual) {
        return given == null || given.isEmpty() ? usual : List.copyOf(given);
    }
}
