package io.attune.trainer.hazard;

import io.attune.card.Bar;
import io.attune.card.Charts;
import io.attune.card.Fact;
import io.attune.card.FeatureRow;
import io.attune.card.Page;
import io.attune.card.Series;
import io.attune.evaluation.Point;
import io.attune.scoring.SurvivalCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The page of a model of waiting times. */
record HazardPage(
        HazardDefinition definition, String version, HazardFit fit, List<FeatureRow> features, List<Fact> made) {
    private static final int PARTS = 4;

    String html() {
        List<Fact> tiles = List.of(
                new Fact("concordance index", figure(fit.concordance())),
                new Fact("own mean interval alone", figure(fit.naiveConcordance())),
                new Fact("people judged", String.valueOf(fit.observed().size())),
                new Fact(
                        "came back",
                        percent((double) fit.happened() / fit.observed().size())),
                new Fact("median days said", String.format(Locale.ROOT, "%.0f", median(fit.medians()))));
        return new Page("Model card", definition.model(), "version " + version, definition.description(), tiles)
                .section(
                        "How good it is",
                        "On people whom it did not learn from, at a moment after everything that it learned from. Of two"
                                + " people, the concordance index is how often the one who is said to come back earlier does;"
                                + " who had not come by the end counts as far as that is known.",
                        Page.plots(List.of(
                                Charts.lines("Who still waits, by what was said", "days", "share", observed()),
                                Charts.lines("What was said of the same quarters", "days", "share", said()),
                                Charts.columns("Median days said", "days", "people", spread()))))
                .section(
                        "Said and observed",
                        "Quarters of the people by the median days that were said of each.",
                        Page.table(
                                List.of("quarter", "people", "said, median days", "observed, median days", "came back"),
                                table()))
                .section(
                        "What it looks at",
                        "The share of the trees' gain that each column brought.",
                        Page.bars(fit.importances()))
                .section(
                        "Features",
                        "As they were in the rows it learned from; drift is measured against this.",
                        Page.features(features))
                .section("How it was made", "", Page.facts(made))
                .html();
    }

    private List<Series> observed() {
        List<Series> series = new ArrayList<>();
        List<int[]> quarters = quarters();
        for (int part = 0; part < PARTS; part++) {
            series.add(new Series("quarter " + (part + 1), KaplanMeier.curve(observed(quarters.get(part)))));
        }
        return series;
    }

    private List<Series> said() {
        List<Series> series = new ArrayList<>();
        List<int[]> quarters = quarters();
        for (int part = 0; part < PARTS; part++) {
            int[] people = quarters.get(part);
            List<Point> points = new ArrayList<>(List.of(new Point(0, 1)));
            for (double end : definition.ends()) {
                points.add(new Point(
                        end,
                        Arrays.stream(people)
                                .mapToDouble(person -> fit.curves().get(person).after(end))
                                .average()
                                .orElse(0)));
            }
            series.add(new Series("quarter " + (part + 1), points));
        }
        return series;
    }

    private List<Bar> spread() {
        double[] ends = definition.ends();
        long[] counts = new long[ends.length + 1];
        for (double said : fit.medians()) {
            int bin = 0;
            while (bin < ends.length && said > ends[bin]) {
                bin++;
            }
            counts[bin]++;
        }
        return IntStream.range(0, counts.length)
                .mapToObj(bin ->
                        new Bar(bin == ends.length ? "more" : String.valueOf(Math.round(ends[bin])), counts[bin]))
                .toList();
    }

    private List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        List<int[]> quarters = quarters();
        for (int part = 0; part < PARTS; part++) {
            int[] people = quarters.get(part);
            List<Observed> observed = observed(people);
            double seen = KaplanMeier.median(observed);
            rows.add(List.of(
                    String.valueOf(part + 1),
                    String.valueOf(people.length),
                    String.format(
                            Locale.ROOT,
                            "%.0f",
                            median(Arrays.stream(people)
                                    .mapToDouble(
                                            person -> fit.curves().get(person).median())
                                    .toArray())),
                    Double.isNaN(seen)
                            ? "more than " + definition.horizonDays()
                            : String.format(Locale.ROOT, "%.0f", seen),
                    percent((double)
                                    observed.stream().filter(Observed::happened).count()
                            / Math.max(1, people.length))));
        }
        return rows;
    }

    private List<Observed> observed(int[] people) {
        return Arrays.stream(people)
                .mapToObj(person -> fit.observed().get(person))
                .toList();
    }

    /** The people by what was said of them, the earliest first. */
    private List<int[]> quarters() {
        List<SurvivalCurve> curves = fit.curves();
        int[] order = IntStream.range(0, curves.size())
                .boxed()
                .sorted(Comparator.comparingDouble(person -> curves.get(person).median()))
                .mapToInt(Integer::intValue)
                .toArray();
        return IntStream.range(0, PARTS)
                .mapToObj(part ->
                        Arrays.copyOfRange(order, part * order.length / PARTS, (part + 1) * order.length / PARTS))
                .toList();
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }
}
