package io.attune.trainer.learning;

import hex.Model;
import hex.genmodel.utils.DistributionFamily;
import hex.tree.xgboost.XGBoost;
import hex.tree.xgboost.XGBoostModel;
import hex.tree.xgboost.XGBoostModel.XGBoostParameters;
import io.attune.trainer.TrainingException;
import water.ExtensionManager;
import water.Key;
import water.fvec.Frame;

/**
 * XGBoost (Chen & Guestrin 2016).
 *
 * @param leafWise whether the leaf of the most loss grows first, as in LightGBM (Ke et al. 2017), up to as many leaves as a
 *     tree of that depth has
 * @param positiveWeight how much a positive row counts; 1 for as much as another
 */
public record ExtremeBoosting(
        int trees,
        int depth,
        double learnRate,
        double minimumRows,
        double rowShare,
        double columnShare,
        boolean leafWise,
        double positiveWeight)
        implements Learner {
    private static final String EXTENSION = "XGBoost";

    @Override
    public String name() {
        return (leafWise ? "lightgbm" : "xgboost") + "-depth-" + depth + "-trees-" + trees;
    }

    public ExtremeBoosting withTrees(int number) {
        return new ExtremeBoosting(
                number, depth, learnRate, minimumRows, rowShare, columnShare, leafWise, positiveWeight);
    }

    /** Whether this machine has a native library of XGBoost; H2O brings those of Linux and macOS on x86-64. */
    public static boolean available() {
        return ExtensionManager.getInstance().isCoreExtensionEnabled(EXTENSION);
    }

    @Override
    @SuppressWarnings("unchecked") // H2O's keys carry their type in the source only
    public Model<?, ?, ?> fit(Frame frame, String response, long seed, Key<?> key) {
        if (!available()) {
            throw new TrainingException(
                    "XGBoost has no native library for this machine; leave xgboost and lightgbm out of"
                            + " the definition's algorithms");
        }
        XGBoostParameters parameters = new XGBoostParameters();
        parameters._train = frame._key;
        parameters._response_column = response;
        parameters._distribution = DistributionFamily.bernoulli;
        parameters._ntrees = trees;
        parameters._max_depth = leafWise ? 0 : depth;
        parameters._tree_method = XGBoostParameters.TreeMethod.hist;
        parameters._grow_policy =
                leafWise ? XGBoostParameters.GrowPolicy.lossguide : XGBoostParameters.GrowPolicy.depthwise;
        parameters._max_leaves = leafWise ? 1 << depth : 0;
        parameters._learn_rate = learnRate;
        parameters._sample_rate = rowShare;
        parameters._col_sample_rate = columnShare;
        // XGBoost counts the curvature, of which a row brings at most a quarter.
        parameters._min_rows = minimumRows / 4;
        parameters._scale_pos_weight = (float) positiveWeight;
        parameters._backend = XGBoostParameters.Backend.cpu;
        // Sums of floats depend on their order, and so on the number of threads.
        parameters._nthread = 1;
        parameters._seed = seed;
        parameters._ignore_const_cols = false;
        parameters._auto_rebalance = false;
        parameters._score_tree_interval = trees;
        return new XGBoost(parameters, (Key<XGBoostModel>) key).trainModel().get();
    }
}
