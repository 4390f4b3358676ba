package io.attune.trainer.hazard;

import io.attune.trainer.vector.Row;

/**
 * What is known of a person after a moment.
 *
 * @param days until it happened, or until when it is known not to have
 * @param happened whether it did
 */
record Observed(double days, boolean happened) {
    static Observed of(Row row, double horizon) {
        return new Observed(Math.min(row.label(), horizon), row.label() < horizon);
    }
}
