package io.attune.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What the values of one column leave of the trees of a block: a row of words, one a tree, for a missing value, and then one
 * for every range of values that no limit parts. A level is a range from itself to the next.
 *
 * @param column of the model's row
 * @param limits as keys, rising: a value belongs to the row that as many limits are not above
 * @param rows one more than limits
 */
record ColumnRows(int column, List<Integer> limits, List<long[]> rows) {

    /**
     * The rows of a column.
     *
     * @param splits those of the block in this column
     * @param trees how many the block has
     */
    static ColumnRows of(Forest forest, int column, List<SplitMask> splits, int trees) {
        double[] begins = begins(forest, column, splits).toArray();
        List<long[]> rows = DoubleStream.concat(DoubleStream.of(Double.NaN), Arrays.stream(begins))
                .mapToObj(value -> row(forest, splits, value, trees))
                .toList();
        return new ColumnRows(
                column, Arrays.stream(begins).mapToObj(FloatKey::of).toList(), rows);
    }

    /** Where the ranges of values begin. */
    private static DoubleStream begins(Forest forest, int column, List<SplitMask> splits) {
        OptionalInt levels = forest.levels().get(column);
        if (levels.isPresent()) {
            // The last one stands for every level that is not known.
            return IntStream.rangeClosed(0, levels.getAsInt()).asDoubleStream();
        }
        DoubleStream limits =
                splits.stream().flatMap(split -> split.split().limit().stream()).mapToDouble(limit -> limit + 0.0f);
        return DoubleStream.concat(DoubleStream.of(Double.NEGATIVE_INFINITY), limits)
                .sorted()
                .distinct();
    }

    private static long[] row(Forest forest, List<SplitMask> splits, double value, int trees) {
        long[] left = new long[trees];
        Arrays.fill(left, -1L);
        for (SplitMask split : splits) {
            if (forest.goesRight(split.split(), value)) {
                left[split.tree()] &= split.mask();
            }
        }
        return left;
    }
}
