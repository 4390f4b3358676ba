package io.attune.trainer;

import hex.genmodel.utils.DistributionFamily;
import hex.tree.gbm.GBM;
import hex.tree.gbm.GBMModel;
import java.io.ByteArrayOutputStream;
import water.fvec.Frame;

/** Trains a gradient boosting machine for two classes (Friedman 2001, as H2O builds it). */
final class GradientBoosting {

    private final ModelDefinition definition;
    private final long seed;

    GradientBoosting(ModelDefinition definition, long seed) {
        this.definition = definition;
        this.seed = seed;
    }

    GBMModel train(H2oFrame training) {
        GBMModel.GBMParameters parameters = new GBMModel.GBMParameters();
        parameters._train = training.frame()._key;
        parameters._response_column = H2oFrame.LABEL;
        parameters._distribution = DistributionFamily.bernoulli;
        parameters._ntrees = definition.parameters().trees();
        parameters._max_depth = definition.parameters().depth();
        parameters._learn_rate = definition.parameters().learnRate();
        parameters._sample_rate = definition.parameters().sampleRate();
        parameters._col_sample_rate = definition.parameters().columnSampleRate();
        parameters._min_rows = definition.parameters().minimumRows();
        parameters._seed = seed;
        // H2O would cut the rows into as many pieces as there are cores, and the model would depend on the machine.
        parameters._auto_rebalance = false;
        // Scoring after each tree costs time and decides nothing here.
        parameters._score_tree_interval = definition.parameters().trees();
        return new GBM(parameters).trainModel().get();
    }

    /** The probability of the positive class, one a row. */
    static double[] score(GBMModel model, H2oFrame rows) {
        Frame predictions = model.score(rows.frame());
        try {
            double[] scores = new double[(int) predictions.numRows()];
            for (int row = 0; row < scores.length; row++) {
                scores[row] = predictions.vec(2).at(row);
            }
            return scores;
        } finally {
            predictions.delete();
        }
    }

    static byte[] mojo(GBMModel model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.getMojo().writeTo(out);
        return out.toByteArray();
    }
}
