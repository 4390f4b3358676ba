package io.attune.trainer;

import java.util.List;

/**
 * A trained model, not written yet.
 *
 * @param holdoutScores what it says of the hold-out's rows, in their order
 */
@SuppressWarnings("ArrayRecordComponent") // they are written once and never compared
record TrainedModel(
        byte[] mojo,
        Split split,
        List<FeatureStatistics> features,
        ModelCard.Metrics metrics,
        double[] holdoutScores) {}
