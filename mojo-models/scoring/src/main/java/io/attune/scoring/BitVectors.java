package io.attune.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The sums of a forest's trees by bit vectors, after QuickScorer (Lucchese, Nardini, Orlando, Perego, Tonellotto and
 * Venturini, SIGIR 2015).
 *
 * <p>Each tree has a word with a bit for every leaf, the leftmost being the lowest, all set at first. A split at which the row
 * goes right rules the leaves below its left side out: its mask clears their bits. When the masks of all such splits were
 * applied, in whatever order, the lowest bit that is left is the leaf in which the row ends. So no tree is walked through
 * from its root.
 *
 * <p>QuickScorer goes through a column's splits in the order of their limits and applies one mask after the other as long as
 * the limit is not above the value. Here the masks are applied beforehand: which splits a column's value turns right depends
 * only on the limits that it lies between, or on its level, so a table has the words that are left for each of these cases.
 * A score then takes a search a column, and the conjunction of as many rows of words as there are columns. The trees are taken
 * in blocks, since the table of all together would grow with the square of their number.
 *
 * <p>Immutable and safe to share; every thread has words of its own.
 */
final class BitVectors {

    private static final int WORD = Long.SIZE;
    /** Trees in a block: the tables of a usual forest then stay within a processor's second cache. */
    private static final int BLOCK = 64;
    /** Levels of a domain, at most: each has a row in each block. */
    private static final int MOST_LEVELS = 1 << 12;

    private final ColumnKeys keys;
    private final int columns;
    private final TreeBlock[] blocks;
    private final Leaves leaves;

    private BitVectors(ColumnKeys keys, int columns, List<TreeBlock> blocks, Leaves leaves) {
        this.keys = keys;
        this.columns = columns;
        this.blocks = blocks.toArray(TreeBlock[]::new);
        this.leaves = leaves;
    }

    /**
     * The vectors of a forest; empty when a tree has more leaves than a word has bits, a number is asked for its level, or
     * a domain is huge.
     */
    static Optional<BitVectors> of(Forest forest) {
        List<TreeNode> trees = forest.trees();
        if (trees.isEmpty()
                || trees.stream().anyMatch(tree -> tree.leaves() > WORD)
                || forest.levels().stream().anyMatch(levels -> levels.orElse(0) > MOST_LEVELS)) {
            return Optional.empty();
        }
        List<TreeNode.Split> splits =
                SplitMask.of(trees).stream().map(SplitMask::split).toList();
        if (splits.stream().anyMatch(split -> asksNumberForLevel(forest, split))) {
            return Optional.empty();
        }
        int[] columns = splits.stream()
                .mapToInt(TreeNode.Split::column)
                .distinct()
                .sorted()
                .toArray();
        ColumnKeys keys = new ColumnKeys(columns, forest.levels());
        return Optional.of(new BitVectors(keys, forest.levels().size(), blocks(forest, trees), Leaves.of(forest)));
    }

    // Equal blocks, rather than full ones and a rest.
    private static List<TreeBlock> blocks(Forest forest, List<TreeNode> trees) {
        int count = (trees.size() + BLOCK - 1) / BLOCK;
        return IntStream.range(0, count)
                .mapToObj(block -> {
                    int first = trees.size() * block / count;
                    int end = trees.size() * (block + 1) / count;
                    return new TreeBlock(forest, first, trees.subList(first, end));
                })
                .toList();
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
        Scratch scratch = Scratch.of(leaves.trees(), columns);
        if (!keys.write(row, scratch.keys())) {
            return false;
        }
        long[] words = scratch.words();
        Arrays.fill(words, 0, leaves.trees(), -1L);
        for (TreeBlock block : blocks) {
            block.leave(scratch.keys(), words);
        }
        leaves.sum(words, predictions);
        return true;
    }
}
