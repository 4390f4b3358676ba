package io.attune.trainer;

import java.util.List;

/** A trained model, not written yet. */
@SuppressWarnings("ArrayRecordComponent") // the bytes are written once and never compared
record TrainedModel(byte[] mojo, Split split, List<FeatureStatistics> features, ModelCard.Metrics metrics) {}
