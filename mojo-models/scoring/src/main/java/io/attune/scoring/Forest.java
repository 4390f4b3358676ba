package io.attune.scoring;

import hex.genmodel.algos.drf.DrfMojoModel;
import hex.genmodel.algos.gbm.GbmMojoModel;
import hex.genmodel.algos.tree.SharedTreeMojoModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The trees of a model, read.
 *
 * @param groups the trees of each group, in the order in which their contributions are added; empty ones are left out
 * @param firstPrediction where the first group's sum belongs among the predictions
 * @param levels how many levels each column's domain has, empty for a number
 */
record Forest(List<List<TreeNode>> groups, int firstPrediction, List<OptionalInt> levels) {

    /**
     * Reads a model's trees.
     *
     * @return empty when it is no sum of trees that is passed through {@code unifyPreds}
     * @throws IllegalArgumentException when a tree has an unknown form
     */
    static Optional<Forest> of(SharedTreeMojoModel model) {
        if (!(model instanceof GbmMojoModel || model instanceof DrfMojoModel)) {
            return Optional.empty();
        }
        List<List<TreeNode>> groups = new ArrayList<>();
        for (int group = 0; group < model.getNTreesPerGroup(); group++) {
            groups.add(trees(model, group));
        }
        List<OptionalInt> levels = IntStream.range(0, model.nfeatures())
                .mapToObj(column -> levels(model.getDomainValues(column)))
                .toList();
        return Optional.of(new Forest(groups, model.nclasses() == 1 ? 0 : 1, levels));
    }

    private static List<TreeNode> trees(SharedTreeMojoModel model, int group) {
        return IntStream.range(0, model.getNTreeGroups())
                .mapToObj(tree -> Optional.ofNullable(model.treeBytes(tree, group)))
                .flatMap(Optional::stream)
                .map(TreeReader::read)
                .toList();
    }

    private static OptionalInt levels(String[] domain) {
        return domain == null ? OptionalInt.empty() : OptionalInt.of(domain.length);
    }

    /** All trees, group after group. */
    List<TreeNode> trees() {
        return groups.stream().flatMap(List::stream).toList();
    }

    /** Where a row goes at a split, as {@code SharedTreeMojoModel.scoreTree} decides it. */
    boolean goesRight(TreeNode.Split split, double value) {
        if (Double.isNaN(value) || isUnknown(split, (int) value)) {
            return split.missingRight();
        }
        TreeNode.Question question = split.question();
        if (question instanceof TreeNode.AtLeast atLeast) {
            return value >= atLeast.limit();
        }
        return question instanceof TreeNode.OneOf oneOf && oneOf.levels().contains((int) value);
    }

    private boolean isUnknown(TreeNode.Split split, int level) {
        OptionalInt known = levels.get(split.column());
        return (known.isPresent() && known.getAsInt() <= level)
                || (split.question() instanceof TreeNode.OneOf oneOf
                        && !oneOf.levels().isInRange(level));
    }
}
