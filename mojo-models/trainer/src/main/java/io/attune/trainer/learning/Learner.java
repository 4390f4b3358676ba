package io.attune.trainer.learning;

import hex.Model;
import water.Key;
import water.fvec.Frame;

/** A way to learn, with every parameter set. Immutable; {@code fit} may run on several threads at once. */
public sealed interface Learner permits BoostedTrees, DeepNetwork, ElasticNet, ExtremeBoosting, RandomForest {

    /** A name that tells it from the others of one training. */
    String name();

    /**
     * Learns.
     *
     * @param frame the features and, under {@code response}, the label
     * @param key under which the model is kept until it is deleted
     */
    Model<?, ?, ?> fit(Frame frame, String response, long seed, Key<?> key);
}
