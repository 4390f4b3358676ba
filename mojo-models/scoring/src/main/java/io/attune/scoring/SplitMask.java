package io.attune.scoring;

import java.util.ArrayList;
import java.util.List;

/**
 * A split and what it does to its tree's word when the row goes right.
 *
 * @param tree its place among all trees
 * @param mask to be anded with the word: the leaves below the left side are 0
 */
record SplitMask(TreeNode.Split split, int tree, long mask) {

    /** Those of all trees, none of which may have more than 64 leaves. */
    static List<SplitMask> of(List<TreeNode> trees) {
        List<SplitMask> masks = new ArrayList<>();
        for (int tree = 0; tree < trees.size(); tree++) {
            collect(trees.get(tree), tree, 0, masks);
        }
        return masks;
    }

    private static void collect(TreeNode node, int tree, int firstLeaf, List<SplitMask> masks) {
        if (node instanceof TreeNode.Split split) {
            int left = split.left().leaves();
            long cleared = ((1L << left) - 1) << firstLeaf;
            masks.add(new SplitMask(split, tree, ~cleared));
            collect(split.left(), tree, firstLeaf, masks);
            collect(split.right(), tree, firstLeaf + left, masks);
        }
    }
}
