package io.attune.scoring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Rows on which an evaluator that is wrong about a forest would be found out. For every split of every tree: rows that reach
 * it and have, in its column, its limit, the doubles next to the limit on both sides, or nothing. For every column: plus
 * and minus zero and infinity, nothing, every level of its domain, and levels that no domain has. Columns that do not
 * matter have values that other splits ask for. Not thread-safe.
 */
final class BorderRows {

    private record Step(TreeNode.Split split, boolean right) {}

    private final Forest forest;
    private final Random random;
    private final List<double[]> borders;
    private Predicate<double[]> check = row -> true;

    BorderRows(Forest forest, Random random) {
        this.forest = forest;
        this.random = random;
        ColumnBorders columns = new ColumnBorders(forest);
        this.borders =
                IntStream.range(0, forest.levels().size()).mapToObj(columns::of).toList();
    }

    /** Shows rows, one array used over and over, until one fails the check. */
    boolean allMatch(Predicate<double[]> rowCheck) {
        check = rowCheck;
        return everyColumn() && forest.trees().stream().allMatch(tree -> below(tree, anyRow(), new ArrayDeque<>()));
    }

    private boolean everyColumn() {
        for (int column = 0; column < borders.size(); column++) {
            for (double value : borders.get(column)) {
                double[] row = anyRow();
                row[column] = value;
                if (!check.test(row)) {
                    return false;
                }
            }
        }
        return true;
    }

    private double[] anyRow() {
        return borders.stream()
                .mapToDouble(values -> values[random.nextInt(values.length)])
                .toArray();
    }

    // The row has come here by the path; it leaves again as it was.
    private boolean below(TreeNode node, double[] row, Deque<Step> path) {
        if (!(node instanceof TreeNode.Split split)) {
            return check.test(row);
        }
        double before = row[split.column()];
        boolean good = DoubleStream.of(ColumnBorders.around(split)).allMatch(value -> {
            row[split.column()] = value;
            return check.test(row);
        });
        for (boolean right : new boolean[] {false, true}) {
            path.push(new Step(split, right));
            row[split.column()] = fitting(split, before, path);
            good = good && below(right ? split.right() : split.left(), row, path);
            path.pop();
        }
        row[split.column()] = before;
        return good;
    }

    /** A value that takes every step of the path in this column; if none is known, the row goes astray, and is one more. */
    private double fitting(TreeNode.Split split, double before, Deque<Step> path) {
        double[] near = ColumnBorders.around(split);
        return DoubleStream.concat(
                        DoubleStream.of(before),
                        DoubleStream.concat(DoubleStream.of(near), DoubleStream.of(borders.get(split.column()))))
                .filter(value -> path.stream()
                        .filter(step -> step.split().column() == split.column())
                        .allMatch(step -> forest.goesRight(step.split(), value) == step.right()))
                .findFirst()
                .orElse(before);
    }
}
