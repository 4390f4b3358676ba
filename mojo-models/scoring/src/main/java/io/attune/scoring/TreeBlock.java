package io.attune.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A few trees that stand side by side, and the table of all rows of their columns. It is small enough for a processor's
 * cache. Columns are taken four at a time, so that their searches run beside each other. Immutable.
 */
final class TreeBlock {

    private static final int TOGETHER = 4;

    private final int firstTree;
    private final int trees;
    /** The searched part of each column's limits: one less than a power of two. */
    private final int searched;

    private final int[] columns;
    private final int[] limits;
    private final int[] firstWords;
    private final long[] table;

    /**
     * A block.
     *
     * @param trees of the forest, from {@code firstTree} on
     */
    TreeBlock(Forest forest, int firstTree, List<TreeNode> trees) {
        this.firstTree = firstTree;
        this.trees = trees.size();
        List<ColumnRows> rows = rows(forest, SplitMask.of(trees));
        int most =
                rows.stream().mapToInt(column -> column.limits().size()).max().orElse(0);
        searched = Integer.highestOneBit(Math.max(1, most)) * 2 - 1;
        columns = rows.stream().mapToInt(ColumnRows::column).toArray();
        limits = rows.stream().flatMapToInt(this::padded).toArray();
        firstWords = new int[columns.length];
        int words = 0;
        for (int index = 0; index < columns.length; index++) {
            firstWords[index] = words;
            words += rows.get(index).rows().size() * this.trees;
        }
        table = rows.stream()
                .flatMap(column -> column.rows().stream())
                .flatMapToLong(Arrays::stream)
                .toArray();
    }

    private List<ColumnRows> rows(Forest forest, List<SplitMask> splits) {
        List<ColumnRows> rows = new ArrayList<>();
        splits.stream()
                .mapToInt(split -> split.split().column())
                .distinct()
                .sorted()
                .forEach(column -> {
                    List<SplitMask> own = splits.stream()
                            .filter(split -> split.split().column() == column)
                            .toList();
                    rows.add(ColumnRows.of(forest, column, own, trees));
                });
        long[] everything = new long[trees];
        Arrays.fill(everything, -1L);
        while (rows.isEmpty() || rows.size() % TOGETHER != 0) {
            rows.add(new ColumnRows(0, List.of(), List.of(everything)));
        }
        return rows;
    }

    private IntStream padded(ColumnRows rows) {
        return IntStream.concat(
                        rows.limits().stream().mapToInt(Integer::intValue),
                        IntStream.generate(() -> FloatKey.ABOVE_ALL))
                .limit(searched);
    }

    /**
     * Finds the leaves that a row's values leave of each tree.
     *
     * @param keys of the values, by column of the row
     * @param words of all trees of the forest, those of the block all set
     */
    void leave(int[] keys, long[] words) {
        for (int column = 0; column < columns.length; column += TOGETHER) {
            leave(column, keys, words);
        }
    }

    private void leave(int column, int[] keys, long[] words) {
        int[] sorted = limits;
        int at0 = column * searched - 1;
        int at1 = at0 + searched;
        int at2 = at1 + searched;
        int at3 = at2 + searched;
        int key0 = keys[columns[column]];
        int key1 = keys[columns[column + 1]];
        int key2 = keys[columns[column + 2]];
        int key3 = keys[columns[column + 3]];
        int found0 = 0;
        int found1 = 0;
        int found2 = 0;
        int found3 = 0;
        // Binary searches by arithmetic alone, since nobody can foretell their turns.
        for (int step = (searched + 1) >>> 1; step > 0; step >>>= 1) {
            found0 += step & notAbove(sorted[at0 + found0 + step], key0);
            found1 += step & notAbove(sorted[at1 + found1 + step], key1);
            found2 += step & notAbove(sorted[at2 + found2 + step], key2);
            found3 += step & notAbove(sorted[at3 + found3 + step], key3);
        }
        and(
                words,
                firstWords[column] + found0 * trees,
                firstWords[column + 1] + found1 * trees,
                firstWords[column + 2] + found2 * trees,
                firstWords[column + 3] + found3 * trees);
    }

    /** All bits where the limit is not above the key, else none. */
    private static int notAbove(int limit, int key) {
        return (int) (((long) limit - key - 1) >> 63);
    }

    // So plain that the compiler makes vector instructions of it.
    private void and(long[] words, int one, int two, int three, int four) {
        long[] from = table;
        int first = firstTree;
        int count = trees;
        for (int tree = 0; tree < count; tree++) {
            words[first + tree] &= from[one + tree] & from[two + tree] & from[three + tree] & from[four + tree];
        }
    }
}
