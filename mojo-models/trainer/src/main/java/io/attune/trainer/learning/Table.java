package io.attune.trainer.learning;

import io.attune.frame.EncodedFrame;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is learned from: features and a label for every row.
 *
 * @param response the label's name inside the model
 * @param labels one a row
 * @param groups of each row, whose rows must not be parted by folds, such as the rows of a person; empty when every row is
 *     for itself
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
public record Table(EncodedFrame frame, String response, boolean[] labels, int[] groups) {

    private static final int COMPARED = 2_000;

    /** Rows that have nothing to do with each other. */
    public Table(EncodedFrame frame, String response, boolean[] labels) {
        this(frame, response, labels, new int[0]);
    }

    public int rows() {
        return labels.length;
    }

    public int positives() {
        return (int)
                IntStream.range(0, labels.length).filter(row -> labels[row]).count();
    }

    public int[] allRows() {
        return IntStream.range(0, rows()).toArray();
    }

    /** The same rows with the features of some columns only. */
    public Table only(Set<String> columns) {
        int[] kept = IntStream.range(0, frame.features().size())
                .filter(index -> columns.contains(frame.features().get(index).source()))
                .toArray();
        EncodedFrame fewer = new EncodedFrame(
                Arrays.stream(kept).mapToObj(frame.features()::get).toList(),
                Arrays.stream(kept).mapToObj(frame.values()::get).toList());
        return new Table(fewer, response, labels, groups);
    }

    /** Rows spread over the whole table: enough to compare two models by. */
    public int[] someRows() {
        int step = Math.max(1, rows() / COMPARED);
        return IntStream.range(0, rows()).filter(row -> row % step == 0).toArray();
    }

    public boolean[] labels(int[] rows) {
        boolean[] chosen = new boolean[rows.length];
        for (int index = 0; index < rows.length; index++) {
            chosen[index] = labels[rows[index]];
        }
        return chosen;
    }
}
