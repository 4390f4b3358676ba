package io.attune.trainer.vector;

import java.time.Instant;

/**
 * A row of the frame: a person at a moment.
 *
 * @param index of the row in the frame's columns
 * @param label 1 or 0 where the answer is yes or no, else an amount
 * @param group by which figures are compared; empty when nothing is known
 */
public record Row(int index, String person, Instant asOf, double label, String group) {
    boolean positive() {
        return label > 0;
    }
}
