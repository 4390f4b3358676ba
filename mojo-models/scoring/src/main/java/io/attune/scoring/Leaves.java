package io.attune.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The contributions of all trees' leaves, side by side, and the order in which they are added. Immutable. */
final class Leaves {

    private final double[] values;
    private final int[] firstOfTree;
    private final int[] endOfGroup;
    private final int firstPrediction;

    private Leaves(List<Double> values, int[] firstOfTree, int[] endOfGroup, int firstPrediction) {
        this.values = values.stream().mapToDouble(Double::doubleValue).toArray();
        this.firstOfTree = firstOfTree;
        this.endOfGroup = endOfGroup;
        this.firstPrediction = firstPrediction;
    }

    static Leaves of(Forest forest) {
        List<Double> values = new ArrayList<>();
        int[] firstOfTree = forest.trees().stream()
                .mapToInt(tree -> {
                    int first = values.size();
                    collect(tree, values);
                    return first;
                })
                .toArray();
        int[] endOfGroup = new int[forest.groups().size()];
        int end = 0;
        for (int group = 0; group < endOfGroup.length; group++) {
            end += forest.groups().get(group).size();
            endOfGroup[group] = end;
        }
        return new Leaves(values, firstOfTree, endOfGroup, forest.firstPrediction());
    }

    private static void collect(TreeNode node, List<Double> values) {
        if (node instanceof TreeNode.Leaf leaf) {
            values.add((double) leaf.value());
        } else if (node instanceof TreeNode.Split split) {
            collect(split.left(), values);
            collect(split.right(), values);
        }
    }

    int trees() {
        return firstOfTree.length;
    }

    /** Adds, tree after tree as H2O does, so that rounding is the same. */
    void sum(long[] words, double[] predictions) {
        Arrays.fill(predictions, 0);
        int tree = 0;
        for (int group = 0; group < endOfGroup.length; group++) {
            double sum = 0;
            for (int end = endOfGroup[group]; tree < end; tree++) {
                sum += values[firstOfTree[tree] + Long.numberOfTrailingZeros(words[tree])];
            }
            predictions[firstPrediction + group] = sum;
        }
    }
}
