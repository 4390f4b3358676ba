package io.attune.trainer.learning;

import hex.Model;
import hex.glm.GLM;
import hex.glm.GLMModel;
import water.Key;
import water.fvec.Frame;

/**
 * A logistic regression on standardized features with a penalty (Zou & Hastie 2005).
 *
 * @param alpha the lasso's part of the penalty, in [0, 1]
 * @param lambda how strong the penalty is
 * @param balanced whether the rarer answer is given more weight
 */
public record ElasticNet(double alpha, double lambda, boolean balanced) implements Learner {
    ElasticNet(double alpha, double lambda) {
        this(alpha, lambda, false);
    }

    @Override
    public String name() {
        return "glm-lambda-" + lambda;
    }

    @Override
    @SuppressWarnings("unchecked") // H2O's keys carry their type in the source only
    public Model<?, ?, ?> fit(Frame frame, String response, long seed, Key<?> key) {
        GLMModel.GLMParameters parameters = new GLMModel.GLMParameters(GLMModel.GLMParameters.Family.binomial);
        parameters._train = frame._key;
        parameters._response_column = response;
        parameters._alpha = new double[] {alpha};
        parameters._lambda = new double[] {lambda};
        parameters._balance_classes = balanced;
        parameters._seed = seed;
        parameters._ignore_const_cols = false;
        parameters._auto_rebalance = false;
        return new GLM(parameters, (Key<GLMModel>) key).trainModel().get();
    }
}
