package io.attune.trainer.events;

import hex.Model;
import hex.ensemble.Metalearner;
import hex.ensemble.StackedEnsemble;
import hex.ensemble.StackedEnsembleModel;
import hex.ensemble.StackedEnsembleModel.StackedEnsembleParameters;
import hex.ensemble.StackedEnsembleModel.StackedEnsembleParameters.MetalearnerTransform;
import hex.genmodel.utils.DistributionFamily;
import hex.glm.GLM;
import hex.glm.GLMModel.GLMParameters;
import hex.tree.gbm.GBM;
import hex.tree.gbm.GBMModel.GBMParameters;
import io.attune.trainer.learning.Stack;
import java.util.List;
import water.fvec.Frame;

/**
 * Learns from a table: a ridge regression, shallow and deeper boosted trees, and over them a stack (van der Laan, Polley
 * &amp; Hubbard 2007) that weighs what each said of people whom it did not learn from.
 */
final class EventStack {
    private static final int MOST_TREES = 400;
    private static final double LEARN_RATE = 0.04;
    private static final int SHALLOW = 2;
    private static final int DEEPER = 4;

    private final Frame frame;
    private final long seed;

    EventStack(EventTable table, long seed) {
        this.frame = table.frame();
        this.seed = seed;
    }

    /** The stack; it and its members stay in H2O until the process ends. */
    StackedEnsembleModel train() {
        List<Model<?, ?, ?>> members = List.of(linear(), boosted(SHALLOW), boosted(DEEPER));
        StackedEnsembleParameters parameters = new StackedEnsembleParameters();
        parameters._train = frame._key;
        parameters._response_column = EventTable.LABEL;
        parameters._ignored_columns = new String[] {EventTable.FOLD};
        parameters._base_models = Stack.baseModels(members);
        parameters._metalearner_algorithm = Metalearner.Algorithm.AUTO;
        parameters._metalearner_transform = MetalearnerTransform.Logit;
        parameters._seed = seed;
        return new StackedEnsemble(parameters).trainModel().get();
    }

    /** The probability of activity, one a row. */
    static double[] score(StackedEnsembleModel model, EventTable rows) {
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

    private Model<?, ?, ?> linear() {
        GLMParameters parameters = new GLMParameters(GLMParameters.Family.binomial);
        common(parameters);
        parameters._alpha = new double[] {0};
        parameters._lambda_search = true;
        parameters._nlambdas = 30;
        parameters._early_stopping = false;
        return new GLM(parameters).trainModel().get();
    }

    private Model<?, ?, ?> boosted(int depth) {
        GBMParameters parameters = new GBMParameters();
        common(parameters);
        parameters._distribution = DistributionFamily.bernoulli;
        parameters._ntrees = MOST_TREES;
        parameters._max_depth = depth;
        parameters._learn_rate = LEARN_RATE;
        parameters._sample_rate = 0.6;
        parameters._col_sample_rate = 0.4;
        // Leaves grow with the rows, more slowly than they do.
        parameters._min_rows = Math.max(5, Math.min(100, Math.sqrt((double) frame.numRows()) / 2));
        parameters._score_tree_interval = 10;
        parameters._stopping_rounds = 3;
        parameters._stopping_metric = hex.ScoreKeeper.StoppingMetric.logloss;
        parameters._stopping_tolerance = 0.0005;
        return new GBM(parameters).trainModel().get();
    }

    private void common(Model.Parameters parameters) {
        parameters._train = frame._key;
        parameters._response_column = EventTable.LABEL;
        parameters._fold_column = EventTable.FOLD;
        parameters._keep_cross_validation_predictions = true;
        parameters._seed = seed;
        // H2O would cut the rows into as many pieces as there are cores, and the model would depend on the machine.
        parameters._auto_rebalance = false;
    }
}
