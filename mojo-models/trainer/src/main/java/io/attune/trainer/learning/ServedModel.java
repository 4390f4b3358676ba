package io.attune.trainer.learning;

import hex.Model;
import io.attune.evaluation.Judgement;
import io.attune.trainer.Mojo;
import water.Key;

/**
 * What is served of a selection: a single learner as it is where its probabilities come true as they are, for such a model
 * is fast and gives reasons; else under a metalearner that calibrates.
 *
 * @param calibration how its probabilities were made to come true
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once
public record ServedModel(byte[] mojo, String calibration) {
    /** Recalibration must lower the log-loss by more than this share to be worth it. */
    private static final double WORTH = 0.002;

    /** Fits the selection on all rows of the table. */
    public static ServedModel fit(Selection selection, Table table, Fits fits, long seed) {
        if (selection.learners().size() > 1) {
            return new ServedModel(ServedStack.fit(selection, table, fits, seed), "by the stack's metalearner");
        }
        Judgement raw = selection.outOfFold().get(0).judge(table);
        Judgement calibrated = selection.calibrated().judge(table);
        if (calibrated.logLoss() < raw.logLoss() * (1 - WORTH)) {
            return new ServedModel(
                    ServedStack.fit(selection, table, fits, seed), "Platt, on what was said out of fold");
        }
        return new ServedModel(alone(selection.learners().get(0), table, seed), "needed none, as seen out of fold");
    }

    private static byte[] alone(Learner learner, Table table, long seed) {
        try (LearningFrame frame = LearningFrame.of(table, table.allRows())) {
            Model<?, ?, ?> model = learner.fit(frame.frame(), table.response(), seed, Key.make(learner.name()));
            byte[] mojo = Mojo.of(model);
            Served.of(mojo, table).requireEqual(model, frame, table.someRows());
            return mojo;
        }
    }
}
