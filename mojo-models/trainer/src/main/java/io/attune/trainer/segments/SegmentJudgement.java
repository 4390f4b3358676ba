package io.attune.trainer.segments;

/**
 * How good groups are on people whom they were not learned from, at a later moment.
 *
 * @param silhouette on the served distance
 * @param outcomeShare the share of the variance of what people did after the moment that the groups explain
 */
record SegmentJudgement(
        int rows,
        double silhouette,
        double daviesBouldin,
        double outcomeShare,
        double baselineSilhouette,
        double baselineDaviesBouldin,
        double baselineOutcomeShare) {}
