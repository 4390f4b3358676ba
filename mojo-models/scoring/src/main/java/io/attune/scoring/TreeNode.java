package io.attune.scoring;

import hex.genmodel.utils.GenmodelBitSet;
import java.util.Optional;

/** A node of a decision tree, as H2O writes it. Immutable. */
sealed interface TreeNode {

    /** Where a row ends; the tree's contribution to its score. */
    record Leaf(float value) implements TreeNode {}

    /**
     * A question about one column. A row goes right when the answer is yes.
     *
     * @param column of the row
     * @param missingRight where a row goes whose value is missing, or a level that the question does not know
     */
    record Split(int column, Question question, boolean missingRight, TreeNode left, TreeNode right)
            implements TreeNode {}

    /** What a split asks of a value that is there. */
    sealed interface Question {}

    /** Whether the value, a double, is at least the limit, a float. */
    record AtLeast(float limit) implements Question {}

    /** Whether the value's whole part is one of the levels; outside of their range it counts as missing. */
    record OneOf(GenmodelBitSet levels) implements Question {}

    /** Nothing: every value that is there goes left. */
    record Present() implements Question {}

    /** How many leaves there are below, itself included if it is one. */
    default int leaves() {
        return this instanceof Split split
                ? split.left().leaves() + split.right().leaves()
                : 1;
    }

    /** The limit of a split that has one. */
    default Optional<Float> limit() {
        return this instanceof Split split && split.question() instanceof AtLeast atLeast
                ? Optional.of(atLeast.limit())
                : Optional.empty();
    }
}
