package io.attune.trainer.events;

/**
 * Rows of a moment after every label that was learned from, what was said of them, and how good it was.
 *
 * @param scores one a row
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once
record JudgedEvents(EventFrame rows, double[] scores, EventJudgement judgement) {
    static JudgedEvents of(EventFrame rows, double[] scores) {
        return new JudgedEvents(rows, scores, EventJudgement.of(rows, scores));
    }
}
