package io.attune.bench.forests;

import hex.genmodel.MojoModel;
import io.attune.bench.Workbench;
import io.attune.scoring.Evaluator;
import java.util.Arrays;

/** That bit vectors answer as {@code score0} does, for every kind of forest. What is not identical ends the run. */
final class IdentityCheck {
    private static final int ROWS = 1_000_000;
    private static final long SEED = 41;

    private final Forests forests;

    IdentityCheck(Forests forests) {
        this.forests = forests;
    }

    /** Checks a million random rows a forest; the border rows were checked when the evaluator was made. */
    void run(Workbench workbench) {
        for (String name : forests.names()) {
            MojoModel model = forests.model(name);
            Evaluator evaluator = Evaluator.of(model);
            if (!evaluator.method().equals("bit vectors")) {
                throw new IllegalStateException("bit vectors do not reproduce score0 on the border rows of " + name);
            }
            RandomRows rows = new RandomRows(model, SEED);
            double[] expected = new double[model.getPredsSize()];
            double[] actual = new double[model.getPredsSize()];
            for (int row = 1; row <= ROWS; row++) {
                double[] values = rows.next();
                model.score0(values.clone(), expected);
                evaluator.evaluate(values.clone(), actual);
                requireSame(name, values, expected, actual);
                workbench.progress().show("identical: " + name, row, ROWS);
            }
        }
    }

    private static void requireSame(String name, double[] row, double[] expected, double[] actual) {
        for (int index = 0; index < expected.length; index++) {
            if (Double.doubleToRawLongBits(expected[index]) != Double.doubleToRawLongBits(actual[index])) {
                throw new IllegalStateException(name + " answers " + Arrays.toString(actual) + " instead of "
                        + Arrays.toString(expected) + " for " + Arrays.toString(row));
            }
        }
    }
}
