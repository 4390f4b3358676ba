package io.attune.segmentation;

import java.util.List;

/**
 * The groups, as {@code model.json} of a version holds them.
 *
 * @param features what is read, in the order of the centres' coordinates
 * @param axes the principal components on which distance is measured, each by its weights of the scaled features; empty
 *     when it is measured on these themselves
 * @param clusters at least two
 * @param lastId the highest id that any version ever gave; no id is used for another group
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never changed
public record SegmentModel(List<ScaledFeature> features, double[][] axes, List<Cluster> clusters, int lastId) {

    public SegmentModel {
        features = List.copyOf(features);
        clusters = List.copyOf(clusters);
        if (features.isEmpty() || clusters.size() < 2) {
            throw new IllegalArgumentException("Groups need a feature, and there are at least two of them");
        }
    }

    /** Values in the order of the features, scaled; a missing one is the mean. */
    public double[] scale(double[] values) {
        double[] scaled = new double[values.length];
        for (int feature = 0; feature < scaled.length; feature++) {
            scaled[feature] = features.get(feature).scale(values[feature]);
        }
        return scaled;
    }

    /** Where distance is measured: the principal components of scaled values, or themselves. */
    public double[] project(double[] scaled) {
        if (axes.length == 0) {
            return scaled;
        }
        double[] projected = new double[axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            for (int feature = 0; feature < scaled.length; feature++) {
                projected[axis] += axes[axis][feature] * scaled[feature];
            }
        }
        return projected;
    }

    /** The group whose centre is nearest to scaled values; of equally near ones the first. */
    public Cluster nearest(double[] scaled) {
        double[] point = project(scaled);
        Cluster nearest = clusters.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (Cluster cluster : clusters) {
            double distance = squaredDistance(point, project(cluster.centre()));
            if (distance < least) {
                least = distance;
                nearest = cluster;
            }
        }
        return nearest;
    }

    private static double squaredDistance(double[] left, double[] right) {
        double sum = 0;
        for (int index = 0; index < left.length; index++) {
            sum += (left[index] - right[index]) * (left[index] - right[index]);
        }
        return sum;
    }
}
