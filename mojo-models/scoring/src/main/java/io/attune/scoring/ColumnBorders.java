package io.attune.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The values at which something may change: for each column, and around a single split. */
final class ColumnBorders {

    private static final double[] SPECIAL = {
        0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, Double.MIN_VALUE, Double.NaN
    };
    /** Levels that no training has seen, and what no encoder would give. */
    private static final double[] BEYOND = {0, 1, 31, 32, 1_000_000};

    private static final double[] STRANGE = {-1, -0.5, 0.5, 1.5};

    private final Forest forest;
    private final List<TreeSet<Double>> limits = new ArrayList<>();

    ColumnBorders(Forest forest) {
        this.forest = forest;
        forest.levels().forEach(any -> limits.add(new TreeSet<>()));
        forest.trees().forEach(this::collect);
    }

    private void collect(TreeNode node) {
        if (node instanceof TreeNode.Split split) {
            DoubleStream.of(around(split))
                    .forEach(value -> limits.get(split.column()).add(value));
            collect(split.left());
            collect(split.right());
        }
    }

    /** Every border of a column, at least the special values. */
    double[] of(int column) {
        DoubleStream borders = DoubleStream.concat(
                DoubleStream.of(SPECIAL), limits.get(column).stream().mapToDouble(Double::doubleValue));
        OptionalInt levels = forest.levels().get(column);
        if (levels.isEmpty()) {
            return borders.toArray();
        }
        int known = levels.getAsInt();
        DoubleStream all = IntStream.range(0, known).asDoubleStream();
        DoubleStream unknown = DoubleStream.of(BEYOND).map(beyond -> known + beyond);
        return DoubleStream.concat(
                        DoubleStream.concat(borders, all), DoubleStream.concat(unknown, DoubleStream.of(STRANGE)))
                .toArray();
    }

    /** The limit of a split and the doubles beside it, and a missing value. */
    static double[] around(TreeNode.Split split) {
        return split.limit()
                .map(limit ->
                        new double[] {limit, Math.nextUp((double) limit), Math.nextDown((double) limit), Double.NaN})
                .orElseGet(() -> new double[] {Double.NaN});
    }
}
