package io.attune.trainer.learning;

import hex.Model;
import hex.ensemble.StackedEnsembleModel;
import io.attune.trainer.Mojo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import water.Key;

/** The chosen learners, fitted on all rows and put under a metalearner that calibrates: one MOJO. */
public final class ServedStack {
    private ServedStack() {}

    /** The MOJO, which says what the trained model says. */
    public static byte[] fit(Selection selection, Table table, Fits fits, long seed) {
        int[] all = table.allRows();
        try (LearningFrame frame = LearningFrame.of(table, all)) {
            List<Callable<Model<?, ?, ?>>> tasks = new ArrayList<>();
            for (Learner learner : selection.learners()) {
                tasks.add(() -> learner.fit(frame.frame(), table.response(), seed, Key.make(learner.name())));
            }
            StackedEnsembleModel stack =
                    Stack.build(frame.frame(), fits.all(tasks), selection.outOfFold(), table, seed);
            byte[] mojo = Mojo.of(stack);
            Served.of(mojo, table).requireEqual(stack, frame, table.someRows());
            return mojo;
        }
    }
}
