package io.attune.feature;

import java.time.Instant;

/** A person at a moment of the past, and what came of it. */
record FrameRow(String person, Instant asOf, double label, FeatureVector vector) {}
