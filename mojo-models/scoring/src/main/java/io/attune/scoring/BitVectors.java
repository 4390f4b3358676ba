package io.attune.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The sums of a forest's trees by bit vectors, after QuickScorer (Lucchese et al., SIGIR 2015).
 *
 * <p>Each tree has a word with a bit for every leaf, the leftmost being the lowest, all set at first. A split at which the row
 * goes right rules the leaves below its left side out: its mask clears their bits. When all such splits of a tree were
 * applied, in whatever order, the lowest bit that is left is the leaf in which the row ends. So nothing has to be walked
 * through from the root: the splits of all trees are kept by column, those that ask for a limit sorted by it, and a row applies
 * the masks of its column's splits as long as their limit is not above its value. For levels, and for missing values, the
 * splits to apply are listed beforehand.
 *
 * <p>Immutable and safe to share; every thread has words of its own.
 */
final class BitVectors {

    private static final int WORD = Long.SIZE;

    // Of a thread, not of a forest: as long as the largest forest that the thread has summed needs.
    private static final ThreadLocal<long[]> WORDS = ThreadLocal.withInitial(() -> new long[0]);

    private final ColumnMasks[] columns;
    private final Leaves leaves;

    private BitVectors(ColumnMasks[] columns, Leaves leaves) {
        this.columns = columns;
        this.leaves = leaves;
    }

    /** The vectors of a forest; empty when a tree has more leaves than a word has bits, or a number is asked for its level. */
    static Optional<BitVectors> of(Forest forest) {
        List<TreeNode> trees = forest.trees();
        if (trees.isEmpty() || trees.stream().anyMatch(tree -> tree.leaves() > WORD)) {
            return Optional.empty();
        }
        List<SplitMask> splits = SplitMask.of(trees);
        if (splits.stream().anyMatch(split -> asksNumberForLevel(forest, split.split()))) {
            return Optional.empty();
        }
        ColumnMasks[] columns = splits.stream()
                .mapToInt(split -> split.split().column())
                .distinct()
                .sorted()
                .mapToObj(column -> ColumnMasks.of(forest, column, splits))
                .toArray(ColumnMasks[]::new);
        return Optional.of(new BitVectors(columns, Leaves.of(forest)));
    }

    private static boolean asksNumberForLevel(Forest forest, TreeNode.Split split) {
        return split.question() instanceof TreeNode.OneOf
                && forest.levels().get(split.column()).isEmpty();
    }

    /**
     * Sums the trees' contributions into the predictions, the others of which become 0.
     *
     * @return false, with nothing done, when a column of levels holds something that no encoder would give
     */
    boolean sum(double[] row, double[] predictions) {
        int trees = leaves.trees();
        long[] words = WORDS.get();
        if (words.length < trees) {
            words = new long[trees];
            WORDS.set(words);
        }
        Arrays.fill(words, 0, trees, -1L);
        for (ColumnMasks column : columns) {
            if (!column.apply(row, words)) {
                return false;
            }
        }
        leaves.sum(words, predictions);
        return true;
    }
}
