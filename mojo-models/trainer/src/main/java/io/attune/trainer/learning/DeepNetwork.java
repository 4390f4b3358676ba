package io.attune.trainer.learning;

import hex.Model;
import hex.deeplearning.DeepLearning;
import hex.deeplearning.DeepLearningModel;
import hex.deeplearning.DeepLearningModel.DeepLearningParameters;
import java.util.List;
import water.Key;
import water.fvec.Frame;

/**
 * A network of rectified units with a little lasso and ridge.
 *
 * @param hidden units in each hidden layer
 * @param epochs how often the rows are gone through
 * @param balanced whether the rarer answer is given more weight
 */
public record DeepNetwork(List<Integer> hidden, double epochs, boolean balanced) implements Learner {
    private static final double PENALTY = 1e-5;

    public DeepNetwork {
        hidden = List.copyOf(hidden);
    }

    @Override
    public String name() {
        return "deeplearning-"
                + String.join("-", hidden.stream().map(String::valueOf).toList());
    }

    @Override
    @SuppressWarnings("unchecked") // H2O's keys carry their type in the source only
    public Model<?, ?, ?> fit(Frame frame, String response, long seed, Key<?> key) {
        DeepLearningParameters parameters = new DeepLearningParameters();
        parameters._train = frame._key;
        parameters._response_column = response;
        parameters._hidden = hidden.stream().mapToInt(Integer::intValue).toArray();
        parameters._activation = DeepLearningParameters.Activation.Rectifier;
        parameters._epochs = epochs;
        parameters._l1 = PENALTY;
        parameters._l2 = PENALTY;
        // One thread: several would race, and no two models would be alike.
        parameters._reproducible = true;
        parameters._seed = seed;
        parameters._balance_classes = balanced;
        parameters._overwrite_with_best_model = false;
        parameters._score_interval = Integer.MAX_VALUE;
        parameters._quiet_mode = true;
        parameters._ignore_const_cols = false;
        parameters._auto_rebalance = false;
        return new DeepLearning(parameters, (Key<DeepLearningModel>) key)
                .trainModel()
                .get();
    }
}
