package io.attune.trainer.flat;

import io.attune.frame.EncodedFrame;
import java.util.stream.IntStream;

/**
 * What is learned from: features and a label for every row.
 *
 * @param response the label's name inside the model
 * @param labels one a row
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
record Table(EncodedFrame frame, String response, boolean[] labels) {
    int rows() {
        return labels.length;
    }

    int positives() {
        return (int)
                IntStream.range(0, labels.length).filter(row -> labels[row]).count();
    }

    int[] allRows() {
        return IntStream.range(0, rows()).toArray();
    }

    boolean[] labels(int[] rows) {
        boolean[] chosen = new boolean[rows.length];
        for (int index = 0; index < rows.length; index++) {
            chosen[index] = labels[rows[index]];
        }
        return chosen;
    }
}
