package io.attune.scoring;

import hex.genmodel.MojoModel;
import java.util.Arrays;
import java.util.Random;

/** Whether an evaluator answers as a model does, to the last bit. Not thread-safe. */
final class Reproduction {

    private static final long SEED = 20_150_809;

    private final MojoModel model;
    private final Evaluator evaluator;
    private final double[] expected;
    private final double[] actual;

    Reproduction(MojoModel model, Evaluator evaluator) {
        this.model = model;
        this.evaluator = evaluator;
        this.expected = new double[model.getPredsSize()];
        this.actual = new double[model.getPredsSize()];
    }

    /** Whether it does on every border row. */
    boolean holds(Forest forest) {
        return new BorderRows(forest, new Random(SEED)).allMatch(this::holds);
    }

    /** Whether it does on this row. */
    boolean holds(double[] row) {
        Arrays.fill(actual, Double.NaN);
        double[] wanted = model.score0(row.clone(), expected);
        double[] found = evaluator.evaluate(row.clone(), actual);
        for (int index = 0; index < wanted.length; index++) {
            if (Double.doubleToRawLongBits(wanted[index]) != Double.doubleToRawLongBits(found[index])) {
                return false;
            }
        }
        return true;
    }
}
