package io.attune.trainer.learning;

import hex.glm.GLM;
import hex.glm.GLMModel;
import java.util.ArrayList;
import java.util.List;
import water.Key;

/**
 * A logistic regression on the logits of other models' out-of-fold probabilities, with weights that are not negative
 * (stacking: Wolpert 1992, Breiman 1996). Over one model it is Platt's calibration (Platt 1999).
 */
public final class Metalearner {
    /** As the MOJO of a stack bounds them. */
    private static final double LEAST = 1e-9;

    private Metalearner() {}

    /**
     * Learns the weights.
     *
     * @param names of the models, one a column of probabilities
     */
    public static GLMModel fit(
            List<String> names, List<double[]> probabilities, String response, boolean[] labels, long seed) {
        try (LearningFrame frame = LearningFrame.of(names, logits(probabilities), response, labels)) {
            GLMModel.GLMParameters parameters = new GLMModel.GLMParameters(GLMModel.GLMParameters.Family.binomial);
            parameters._train = frame.frame()._key;
            parameters._response_column = response;
            parameters._non_negative = true;
            parameters._lambda = new double[] {0};
            parameters._standardize = false;
            parameters._ignore_const_cols = false;
            parameters._auto_rebalance = false;
            parameters._seed = seed;
            return new GLM(parameters, Key.<GLMModel>make()).trainModel().get();
        }
    }

    /** What learned weights say of other rows. */
    public static double[] apply(GLMModel weights, List<String> names, List<double[]> probabilities, String response) {
        int rows = probabilities.get(0).length;
        try (LearningFrame frame = LearningFrame.of(names, logits(probabilities), response, new boolean[rows])) {
            return frame.score(weights);
        }
    }

    private static List<double[]> logits(List<double[]> probabilities) {
        List<double[]> logits = new ArrayList<>();
        for (double[] column : probabilities) {
            double[] values = new double[column.length];
            for (int row = 0; row < values.length; row++) {
                double bounded = Math.min(1 - LEAST, Math.max(LEAST, column[row]));
                values[row] = Math.log(bounded / (1 - bounded));
            }
            logits.add(values);
        }
        return logits;
    }
}
