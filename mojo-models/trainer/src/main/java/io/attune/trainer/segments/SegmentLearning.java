package io.attune.trainer.segments;

import io.attune.segmentation.Cluster;
import io.attune.segmentation.ScaledFeature;
import io.attune.segmentation.SegmentModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** From rows to groups with names: scaling, axes, number of groups, centres, names, and other methods beside them. */
final class SegmentLearning {
    private static final int FIRST = 0;

    private final SegmentOptions options;
    private final Centres method;
    private final Optional<SegmentModel> former;
    private final Consumer<String> progress;

    /**
     * Prepares a training.
     *
     * @param former the groups in use, whose names are kept
     */
    SegmentLearning(SegmentOptions options, Centres method, Optional<SegmentModel> former, Consumer<String> progress) {
        this.options = options;
        this.method = method;
        this.former = former;
        this.progress = progress;
    }

    /**
     * Learns.
     *
     * @param holdout people of whom none is among the learned ones, at a later moment
     */
    SegmentFit learn(SegmentRows training, SegmentRows holdout) {
        List<ScaledFeature> features = IntStream.range(0, training.features().size())
                .mapToObj(feature -> ScaledFeature.of(training.features().get(feature), training.column(feature)))
                .toList();
        double[][] scaled = scaled(training, features);
        double[][] axes = options.principalShare().isPresent()
                ? PrincipalAxes.of(scaled, options.principalShare().getAsDouble())
                : new double[0][];
        double[][] points = axes.length == 0 ? scaled : projected(scaled, axes);
        progress.accept(
                "trying " + options.least() + " to " + options.most() + " groups of " + points.length + " people");
        List<CountTrial> trials =
                new CountChoice(method, options.seed()).trials(points, options.least(), options.most());
        CountTrial chosen = CountChoice.best(trials);
        SegmentModel model = named(features, axes, scaled, Points.nearest(points, chosen.centres()), chosen.count());
        SegmentRows sample = training.select(Points.sample(points.length, CountChoice.SAMPLE, options.seed()));
        SegmentJudge judge = new SegmentJudge(model, training.features().indexOf(options.baseline()), options.seed());
        progress.accept("looking for other groups: the hierarchy of Ward, HDBSCAN");
        return new SegmentFit(model, trials, challengers(judge, sample, chosen.count()), sample, judge.judge(holdout));
    }

    private SegmentModel named(
            List<ScaledFeature> features, double[][] axes, double[][] scaled, int[] groups, int count) {
        double[] shares = new double[count];
        Arrays.stream(groups).forEach(group -> shares[group] += 1.0 / groups.length);
        List<Cluster> clusters = new StableNames(features, new Descriptions(options.wordings()), former)
                .name(Points.centres(scaled, groups, count), shares);
        int last = clusters.stream().mapToInt(Cluster::id).max().orElse(FIRST);
        return new SegmentModel(
                features,
                axes,
                clusters,
                Math.max(last, former.map(SegmentModel::lastId).orElse(FIRST)));
    }

    private List<Challenger> challengers(SegmentJudge judge, SegmentRows sample, int count) {
        double[][] points = judge.points(sample);
        int[] served = judge.groups(sample);
        List<Challenger> challengers = new ArrayList<>();
        challengers.add(Challenger.of("K-Means (served)", points, served, served));
        challengers.add(Challenger.of("hierarchy of Ward", points, Ward.groups(points, count), served));
        int least = Math.max(5, points.length / 50);
        challengers.add(Challenger.of(
                "HDBSCAN, at least " + least + " people a group", points, Density.groups(points, least), served));
        return challengers;
    }

    private static double[][] scaled(SegmentRows rows, List<ScaledFeature> features) {
        return Arrays.stream(rows.values())
                .map(values -> IntStream.range(0, values.length)
                        .mapToDouble(feature -> features.get(feature).scale(values[feature]))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[][] projected(double[][] scaled, double[][] axes) {
        return Arrays.stream(scaled)
                .map(point -> Arrays.stream(axes)
                        .mapToDouble(axis -> IntStream.range(0, axis.length)
                                .mapToDouble(feature -> axis[feature] * point[feature])
                                .sum())
                        .toArray())
                .toArray(double[][]::new);
    }
}
