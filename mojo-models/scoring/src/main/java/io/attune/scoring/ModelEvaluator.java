package io.attune.scoring;

import hex.genmodel.MojoModel;

/** The model's own {@code score0}. */
record ModelEvaluator(MojoModel model) implements Evaluator {

    @Override
    public double[] evaluate(double[] row, double[] predictions) {
        return model.score0(row, predictions);
    }

    @Override
    public String method() {
        return "score0";
    }
}
