package io.attune.trainer.segments;

import java.util.Arrays;

/**
 * Another way to group the same sample, for comparison.
 *
 * @param groups how many it found
 * @param outside the share of the people whom it puts into none
 * @param silhouette of those whom it puts into one
 * @param daviesBouldin of the same
 * @param agreement with the served groups: the adjusted Rand index, 1 for the same groups and about 0 for chance
 */
record Challenger(String name, int groups, double outside, double silhouette, double daviesBouldin, double agreement) {

    /** @param served the served groups of the same points */
    static Challenger of(String name, double[][] points, int[] groups, int[] served) {
        int count = Arrays.stream(groups).max().orElse(-1) + 1;
        long none = Arrays.stream(groups).filter(group -> group < 0).count();
        return new Challenger(
                name,
                count,
                (double) none / groups.length,
                count < 2 ? 0 : Silhouette.mean(points, groups, count),
                count < 2 ? 0 : DaviesBouldin.of(points, groups, count),
                RandIndex.adjusted(groups, served));
    }
}
