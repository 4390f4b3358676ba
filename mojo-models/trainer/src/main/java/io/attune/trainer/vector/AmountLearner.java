package io.attune.trainer.vector;

import hex.Model;
import hex.genmodel.utils.DistributionFamily;
import hex.glm.GLM;
import hex.glm.GLMModel;
import hex.tree.SharedTreeModel;
import hex.tree.gbm.GBM;
import hex.tree.gbm.GBMModel;
import io.attune.trainer.learning.LearningFrame;
import java.util.Optional;
import water.Key;

/**
 * A way to learn amounts that are often zero and otherwise skewed: with the deviance of a Tweedie distribution between Poisson's
 * and the gamma (Jørgensen 1987).
 */
sealed interface AmountLearner {
    double POWER = 1.5;

    String name();

    /** Learns; on the judged rows, where there are any, it sees when to stop. */
    Model<?, ?, ?> fit(LearningFrame training, Optional<LearningFrame> judged, long seed);

    /** The same with what the fit found out, so that it can learn again without judged rows. */
    AmountLearner as(Model<?, ?, ?> fitted);

    /** Boosted trees. */
    record Trees(int trees, int depth, double learnRate, double minimumRows, double rowShare, double columnShare)
            implements AmountLearner {
        @Override
        public String name() {
            return "gbm-tweedie-depth-" + depth;
        }

        @Override
        public GBMModel fit(LearningFrame training, Optional<LearningFrame> judged, long seed) {
            GBMModel.GBMParameters parameters = new GBMModel.GBMParameters();
            parameters._train = training.frame()._key;
            parameters._response_column = VectorTable.LABEL;
            parameters._distribution = DistributionFamily.tweedie;
            parameters._tweedie_power = POWER;
            parameters._ntrees = trees;
            parameters._max_depth = depth;
            parameters._learn_rate = learnRate;
            parameters._sample_rate = rowShare;
            parameters._col_sample_rate = columnShare;
            parameters._min_rows = minimumRows;
            parameters._seed = seed;
            parameters._ignore_const_cols = false;
            parameters._auto_rebalance = false;
            parameters._score_tree_interval = 10;
            judged.ifPresent(rows -> {
                parameters._valid = rows.frame()._key;
                parameters._stopping_rounds = 4;
                parameters._stopping_metric = hex.ScoreKeeper.StoppingMetric.deviance;
                parameters._stopping_tolerance = 0.0005;
            });
            return new GBM(parameters, Key.<GBMModel>make()).trainModel().get();
        }

        @Override
        public AmountLearner as(Model<?, ?, ?> fitted) {
            int grown = ((SharedTreeModel<?, ?, ?>) fitted)._output._ntrees;
            return new Trees(Math.max(10, grown), depth, learnRate, minimumRows, rowShare, columnShare);
        }
    }

    /** A generalized linear model with a penalty. */
    record Linear(double alpha, double lambda) implements AmountLearner {
        @Override
        public String name() {
            return "glm-tweedie-lambda-" + lambda;
        }

        @Override
        public GLMModel fit(LearningFrame training, Optional<LearningFrame> judged, long seed) {
            GLMModel.GLMParameters parameters = new GLMModel.GLMParameters(GLMModel.GLMParameters.Family.tweedie);
            parameters._train = training.frame()._key;
            parameters._response_column = VectorTable.LABEL;
            parameters._tweedie_variance_power = POWER;
            // The logarithm: the effects multiply.
            parameters._tweedie_link_power = 0;
            parameters._alpha = new double[] {alpha};
            parameters._lambda = new double[] {lambda};
            parameters._seed = seed;
            parameters._ignore_const_cols = false;
            parameters._auto_rebalance = false;
            return new GLM(parameters, Key.<GLMModel>make()).trainModel().get();
        }

        @Override
        public AmountLearner as(Model<?, ?, ?> fitted) {
            return this;
        }
    }
}
