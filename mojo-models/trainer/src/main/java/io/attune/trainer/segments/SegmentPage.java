package io.attune.trainer.segments;

import io.attune.card.Bar;
import io.attune.card.Charts;
import io.attune.card.Fact;
import io.attune.card.FeatureRow;
import io.attune.card.Page;
import io.attune.card.Series;
import io.attune.evaluation.Point;
import io.attune.segmentation.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The page of groups of people. */
record SegmentPage(
        SegmentDefinition definition, String version, SegmentFit fit, List<FeatureRow> features, List<Fact> made) {

    String html() {
        SegmentJudgement judgement = fit.judgement();
        List<Fact> tiles = List.of(
                new Fact("groups", String.valueOf(fit.model().clusters().size())),
                new Fact("silhouette on others", figure(judgement.silhouette())),
                new Fact("of a naive cut", figure(judgement.baselineSilhouette())),
                new Fact("Davies-Bouldin", figure(judgement.daviesBouldin())),
                new Fact("later spend explained", percent(judgement.outcomeShare())));
        return new Page("Model card", definition.model(), "version " + version, definition.description(), tiles)
                .section(
                        "The groups",
                        "A group keeps its number and name from version to version.",
                        Page.table(header(), groups()))
                .section(
                        "Where they lie",
                        "A sample of the people on the two axes of the widest spread.",
                        Page.plots(List.of(
                                Charts.clouds("Map of people", "first axis", "second axis", map()),
                                Charts.columns("Share of each group", "group", "share", shares()),
                                Charts.lines(
                                        "Within-group spread (elbow)",
                                        "groups",
                                        "relative",
                                        List.of(curve("within", within()))))))
                .section(
                        "How many groups",
                        "Each measure has a vote for each place; the least sum of places is chosen.",
                        Page.plots(List.of(
                                        Charts.lines(
                                                "Silhouette",
                                                "groups",
                                                "",
                                                List.of(curve("silhouette", CountTrial::silhouette))),
                                        Charts.lines(
                                                "Davies-Bouldin, less is better",
                                                "groups",
                                                "",
                                                List.of(curve("index", CountTrial::daviesBouldin)))))
                                + Page.table(
                                        List.of("groups", "silhouette", "Davies-Bouldin", "elbow", "sum of places"),
                                        fit.trials().stream()
                                                .map(trial -> List.of(
                                                        String.valueOf(trial.count()),
                                                        figure(trial.silhouette()),
                                                        figure(trial.daviesBouldin()),
                                                        figure(trial.elbow()),
                                                        String.valueOf(trial.rank())))
                                                .toList()))
                .section(
                        "On people not learned from",
                        "At a later moment, beside as many groups of equal size by "
                                + definition.holdout().baseline()
                                + " alone. The last column is the share of the variance of what people then spent.",
                        Page.table(
                                List.of("", "silhouette", "Davies-Bouldin", "later spend explained"),
                                List.of(
                                        List.of(
                                                "these groups",
                                                figure(judgement.silhouette()),
                                                figure(judgement.daviesBouldin()),
                                                percent(judgement.outcomeShare())),
                                        List.of(
                                                "naive cut",
                                                figure(judgement.baselineSilhouette()),
                                                figure(judgement.baselineDaviesBouldin()),
                                                percent(judgement.baselineOutcomeShare())))))
                .section(
                        "Other ways to find groups",
                        "On the same sample. Agreement is the adjusted Rand index with the served groups: 1 for the same, 0 for"
                                + " chance.",
                        Page.table(
                                List.of("method", "groups", "in none", "silhouette", "Davies-Bouldin", "agreement"),
                                fit.challengers().stream()
                                        .map(each -> List.of(
                                                each.name(),
                                                String.valueOf(each.groups()),
                                                percent(each.outside()),
                                                figure(each.silhouette()),
                                                figure(each.daviesBouldin()),
                                                figure(each.agreement())))
                                        .toList()))
                .section(
                        "Features",
                        "As they were in the rows it learned from; drift is measured against this.",
                        Page.features(features))
                .section("How it was made", "", Page.facts(made))
                .html();
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("group", "name", "in words", "share"));
        fit.model().features().forEach(feature -> header.add(feature.name()));
        return header;
    }

    private List<List<String>> groups() {
        return fit.model().clusters().stream()
                .map(cluster -> {
                    List<String> row = new ArrayList<>(List.of(
                            String.valueOf(cluster.id()),
                            cluster.name(),
                            cluster.description(),
                            percent(cluster.share())));
                    for (int feature = 0; feature < cluster.centre().length; feature++) {
                        row.add(Page.number(fit.model().features().get(feature).value(cluster.centre()[feature]), 1));
                    }
                    return row;
                })
                .toList();
    }

    private List<Series> map() {
        SegmentJudge judge = new SegmentJudge(fit.model(), 0, definition.seed());
        int[] groups = judge.groups(fit.sample());
        double[][] points = judge.points(fit.sample());
        double[][] axes = PrincipalAxes.of(points, 1);
        List<Series> series = new ArrayList<>();
        for (int group = 0; group < fit.model().clusters().size(); group++) {
            int number = group;
            Cluster cluster = fit.model().clusters().get(group);
            series.add(new Series(
                    "group " + cluster.id(),
                    IntStream.range(0, points.length)
                            .filter(row -> groups[row] == number)
                            .mapToObj(row -> new Point(along(axes, 0, points[row]), along(axes, 1, points[row])))
                            .toList()));
        }
        return series;
    }

    private static double along(double[][] axes, int axis, double[] point) {
        return axis >= axes.length
                ? 0
                : IntStream.range(0, point.length)
                        .mapToDouble(index -> axes[axis][index] * point[index])
                        .sum();
    }

    private List<Bar> shares() {
        return fit.model().clusters().stream()
                .map(cluster -> new Bar(String.valueOf(cluster.id()), cluster.share()))
                .toList();
    }

    private ToDoubleFunction<CountTrial> within() {
        double first = fit.trials().get(0).within();
        return trial -> trial.within() / first;
    }

    private Series curve(String name, ToDoubleFunction<CountTrial> value) {
        return new Series(
                name,
                fit.trials().stream()
                        .map(trial -> new Point(trial.count(), Math.max(0, value.applyAsDouble(trial))))
                        .toList());
    }

    private static String figure(double value) {
        return Page.number(value, 4);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }
}
