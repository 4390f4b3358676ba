package io.attune.trainer.segments;

import io.attune.segmentation.SegmentModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Judges groups beside as many groups of equal size, cut by one feature. */
record SegmentJudge(SegmentModel model, int baselineFeature, long seed) {

    SegmentJudgement judge(SegmentRows rows) {
        SegmentRows sample = rows.select(Points.sample(rows.values().length, CountChoice.SAMPLE, seed));
        int count = model.clusters().size();
        double[][] points = points(sample);
        int[] own = groups(sample);
        int[] cut = equalParts(sample.column(baselineFeature), count);
        return new SegmentJudgement(
                points.length,
                Silhouette.mean(points, own, count),
                DaviesBouldin.of(points, own, count),
                explained(sample.outcomes(), own, count),
                Silhouette.mean(points, cut, count),
                DaviesBouldin.of(points, cut, count),
                explained(sample.outcomes(), cut, count));
    }

    /** Where the rows lie by the model's distance. */
    double[][] points(SegmentRows rows) {
        return Arrays.stream(rows.values())
                .map(values -> model.project(model.scale(values)))
                .toArray(double[][]::new);
    }

    /** The group of each row, by its place in the model. */
    int[] groups(SegmentRows rows) {
        return Arrays.stream(rows.values())
                .mapToInt(values -> model.clusters().indexOf(model.nearest(model.scale(values))))
                .toArray();
    }

    /** By rank, missing values first; equal values share a part as far as their ranks do. */
    static int[] equalParts(double[] values, int count) {
        int[] parts = new int[values.length];
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.comparingDouble(row -> Double.isNaN(values[row]) ? Double.NEGATIVE_INFINITY : values[row]));
        for (int rank = 0; rank < order.length; rank++) {
            parts[order[rank]] = rank * count / order.length;
        }
        return parts;
    }

    /** Eta squared (Fisher 1925): the variance between groups as a share of all variance. */
    static double explained(double[] outcomes, int[] groups, int count) {
        double mean = Arrays.stream(outcomes).average().orElse(0);
        double[] sums = new double[count];
        int[] members = new int[count];
        double all = 0;
        for (int row = 0; row < outcomes.length; row++) {
            sums[groups[row]] += outcomes[row];
            members[groups[row]]++;
            all += (outcomes[row] - mean) * (outcomes[row] - mean);
        }
        double between = 0;
        for (int group = 0; group < count; group++) {
            if (members[group] > 0) {
                double difference = sums[group] / members[group] - mean;
                between += members[group] * difference * difference;
            }
        }
        return all == 0 ? 0 : between / all;
    }
}
