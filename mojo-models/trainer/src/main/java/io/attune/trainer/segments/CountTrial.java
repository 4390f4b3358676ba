package io.attune.trainer.segments;

/**
 * A number of groups that was tried.
 *
 * @param within the sum of squared distances to the groups' centres
 * @param silhouette more is better
 * @param daviesBouldin less is better
 * @param elbow how far the fall of {@code within} bends here, as a share of its whole fall; more is better
 * @param rank the sum of its places in these three; the least is chosen
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read in this package only
record CountTrial(
        int count,
        double within,
        double silhouette,
        double daviesBouldin,
        double elbow,
        int rank,
        double[][] centres) {}
