package io.attune.scoring;

import hex.genmodel.algos.tree.NaSplitDir;
import hex.genmodel.utils.ByteBufferWrapper;
import hex.genmodel.utils.GenmodelBitSet;

/**
 * Reads a tree from the bytes of a MOJO, in the form that {@code SharedTreeMojoModel.scoreTree} walks through (MOJO version
 * 1.2 and later): a node's type, its column, what happens to missing values, the question, the left part and the right.
 */
final class TreeReader {

    private static final int LEAF_ONLY = 65_535;
    private static final int LEFT_SIZE = 0b0011_0011;
    private static final int QUESTION = 0b0000_1100;
    private static final int RIGHT = 0b1100_0000;
    private static final int IS_LEAF = 0b0001_0000;
    private static final int SHORT_LEVELS = 8;

    private final byte[] content;
    private final ByteBufferWrapper bytes;

    private TreeReader(byte[] content) {
        this.content = content.clone();
        this.bytes = new ByteBufferWrapper(this.content);
    }

    /**
     * Reads a tree.
     *
     * @throws IllegalArgumentException when it has a form that H2O is not known to write
     */
    static TreeNode read(byte[] content) {
        return new TreeReader(content).node();
    }

    private TreeNode node() {
        int type = bytes.get1U();
        int column = bytes.get2();
        if (column == LEAF_ONLY) {
            return leaf();
        }
        int missing = bytes.get1U();
        TreeNode.Question question = question(type & QUESTION, missing == NaSplitDir.NAvsREST.value());
        boolean missingRight = missing != NaSplitDir.NALeft.value() && missing != NaSplitDir.Left.value();
        TreeNode left = part(type & LEFT_SIZE, true);
        TreeNode right = part((type & RIGHT) >> 2, false);
        return new TreeNode.Split(column, question, missingRight, left, right);
    }

    private TreeNode.Question question(int kind, boolean onlyPresence) {
        if (onlyPresence) {
            if (kind != 0) {
                throw new IllegalArgumentException("a split that asks for presence alone, and yet for levels");
            }
            return new TreeNode.Present();
        }
        if (kind == 0) {
            return new TreeNode.AtLeast(bytes.get4f());
        }
        GenmodelBitSet levels = new GenmodelBitSet(0);
        if (kind == SHORT_LEVELS) {
            levels.fill2(content, bytes);
        } else {
            levels.fill3(content, bytes);
        }
        return new TreeNode.OneOf(levels);
    }

    // A part on the left that is not a leaf is preceded by its size, in one to four bytes, to skip it by.
    private TreeNode part(int kind, boolean sized) {
        if ((kind & IS_LEAF) != 0) {
            return leaf();
        }
        if (sized) {
            bytes.skip(kind + 1);
        }
        return node();
    }

    private TreeNode leaf() {
        return new TreeNode.Leaf(bytes.get4f());
    }
}
