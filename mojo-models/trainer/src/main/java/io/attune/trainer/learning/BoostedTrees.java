package io.attune.trainer.learning;

import hex.genmodel.utils.DistributionFamily;
import hex.tree.gbm.GBM;
import hex.tree.gbm.GBMModel;
import water.Key;
import water.fvec.Frame;

/**
 * A gradient boosting machine that learns slowly from parts of the rows and columns (Friedman 2001, 2002).
 *
 * @param minimumRows in a leaf
 * @param rowShare of the rows that each tree learns from
 * @param columnShare of the columns that each split chooses from
 * @param balanced whether the rarer answer is given more weight
 */
public record BoostedTrees(
        int trees,
        int depth,
        double learnRate,
        double minimumRows,
        double rowShare,
        double columnShare,
        boolean balanced)
        implements Learner {
    private static final double ROW_SHARE = 0.6;
    private static final double COLUMN_SHARE = 0.5;

    BoostedTrees(int trees, int depth, double learnRate, double minimumRows) {
        this(trees, depth, learnRate, minimumRows, ROW_SHARE, COLUMN_SHARE, false);
    }

    @Override
    public String name() {
        return "gbm-depth-" + depth;
    }

    @Override
    public GBMModel fit(Frame frame, String response, long seed, Key<?> key) {
        GBMModel.GBMParameters parameters = parameters(frame, response, seed);
        parameters._score_tree_interval = trees;
        return new GBM(parameters, key(key)).trainModel().get();
    }

    private GBMModel.GBMParameters parameters(Frame frame, String response, long seed) {
        GBMModel.GBMParameters parameters = new GBMModel.GBMParameters();
        parameters._train = frame._key;
        parameters._response_column = response;
        parameters._distribution = DistributionFamily.bernoulli;
        parameters._ntrees = trees;
        parameters._max_depth = depth;
        parameters._learn_rate = learnRate;
        parameters._sample_rate = rowShare;
        parameters._col_sample_rate = columnShare;
        parameters._min_rows = minimumRows;
        parameters._balance_classes = balanced;
        parameters._seed = seed;
        parameters._ignore_const_cols = false;
        // H2O would cut the rows into as many pieces as there are cores, and the model would depend on the machine.
        parameters._auto_rebalance = false;
        return parameters;
    }

    public BoostedTrees withTrees(int number) {
        return new BoostedTrees(number, depth, learnRate, minimumRows, rowShare, columnShare, balanced);
    }

    @SuppressWarnings("unchecked") // H2O's keys carry their type in the source only
    private static Key<GBMModel> key(Key<?> key) {
        return (Key<GBMModel>) key;
    }
}
