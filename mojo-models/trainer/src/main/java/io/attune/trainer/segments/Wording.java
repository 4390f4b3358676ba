package io.attune.trainer.segments;

/**
 * How a group is described by a feature.
 *
 * @param high what is said of people far above the average, such as "buys often"
 * @param low what is said of those far below
 */
record Wording(String feature, String high, String low) {}
