package io.attune.trainer.learning;

import hex.Model;
import hex.tree.drf.DRF;
import hex.tree.drf.DRFModel;
import water.Key;
import water.fvec.Frame;

/**
 * A random forest (Breiman 2001).
 *
 * @param minimumRows in a leaf
 * @param balanced whether the rarer answer is given more weight
 */
public record RandomForest(int trees, int depth, double minimumRows, boolean balanced) implements Learner {
    RandomForest(int trees, int depth, double minimumRows) {
        this(trees, depth, minimumRows, false);
    }

    @Override
    public String name() {
        return "drf-depth-" + depth;
    }

    @Override
    @SuppressWarnings("unchecked") // H2O's keys carry their type in the source only
    public Model<?, ?, ?> fit(Frame frame, String response, long seed, Key<?> key) {
        DRFModel.DRFParameters parameters = new DRFModel.DRFParameters();
        parameters._train = frame._key;
        parameters._response_column = response;
        parameters._ntrees = trees;
        parameters._max_depth = depth;
        parameters._min_rows = minimumRows;
        parameters._binomial_double_trees = false;
        parameters._balance_classes = balanced;
        parameters._seed = seed;
        parameters._ignore_const_cols = false;
        parameters._auto_rebalance = false;
        parameters._score_tree_interval = trees;
        return new DRF(parameters, (Key<DRFModel>) key).trainModel().get();
    }
}
