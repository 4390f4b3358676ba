package io.attune.trainer.vector;

import io.attune.card.Fact;
import io.attune.card.FeatureRow;
import io.attune.card.Page;
import io.attune.card.Plot;
import io.attune.evaluation.AmountJudgement;
import io.attune.evaluation.AmountJudgement.Tenth;
import io.attune.evaluation.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page of a model of amounts. */
record AmountPage(
        VectorCard card,
        TrainingFrame frame,
        Split split,
        AmountJudgement judgement,
        AmountLearning.LearnedAmounts learned) {
    private static final int MOST_BARS = 25;

    String html() {
        return new Page("Model card", card.model(), "version " + card.version(), card.description(), tiles())
                .section(
                        "How good it is",
                        "On " + split.holdout().size() + " people whom it did not learn from, as of "
                                + VectorPage.days(split) + ", after every label that it learned from.",
                        Page.plots(List.of(saidAndCame(), gain())))
                .section(
                        "What else there is",
                        "Root mean squared error on the same people; less is better.",
                        contenders())
                .section(
                        "What it looks at",
                        "By how much the error grows when a feature's values are dealt to other people.",
                        Page.bars(
                                learned.importances().stream().limit(MOST_BARS).toList()))
                .section(
                        "What was tried",
                        "Root mean squared error by folds over what it learned from, a person's rows in one fold.",
                        table(learned.candidates()))
                .section(
                        "Features",
                        "As they were in the rows it learned from; drift is measured against this.",
                        Page.features(card.features().stream()
                                .map(feature -> FeatureRow.ofNumbers(
                                        feature.name(), "number", frame.column(feature.name(), split.training())))
                                .toList()))
                .section("How it was made", "", Page.facts(VectorPage.made(card)))
                .html();
    }

    private List<Fact> tiles() {
        return List.of(
                new Fact("root mean squared error", figure(judgement.rootMeanSquaredError())),
                new Fact("mean absolute error", figure(judgement.meanAbsoluteError())),
                new Fact("said on average", figure(judgement.meanSaid())),
                new Fact("came on average", figure(judgement.mean())),
                new Fact("rank correlation", String.format(Locale.ROOT, "%.3f", judgement.rankCorrelation())));
    }

    private String saidAndCame() {
        List<Tenth> tenths = judgement.tenths();
        double most = tenths.stream()
                .mapToDouble(tenth -> Math.max(tenth.said(), tenth.came()))
                .max()
                .orElse(1);
        Plot plot = new Plot(
                        "Said and came", "tenth of the people, most first", "on average", tenths.size(), round(most))
                .horizontal();
        for (int tenth = 0; tenth < tenths.size(); tenth++) {
            plot.bar(tenth + 0.12, 0.36, tenths.get(tenth).said(), "negative")
                    .bar(tenth + 0.5, 0.36, tenths.get(tenth).came(), "positive")
                    .tickAt(tenth + 0.5, String.valueOf(tenth + 1));
        }
        return plot.remark("light: said, dark: came").svg("Said and came by tenth");
    }

    private String gain() {
        double all = judgement.tenths().stream()
                .mapToDouble(tenth -> tenth.came() * tenth.rows())
                .sum();
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
        double rows = 0;
        double found = 0;
        for (Tenth tenth : judgement.tenths()) {
            rows += tenth.rows();
            found += tenth.came() * tenth.rows();
            points.add(new Point(rows / judgement.rows(), all == 0 ? 0 : found / all));
        }
        return new Plot("Gain", "share of the people, most first", "share of the amount", 1, 1)
                .grid()
                .segment(0, 0, 1, 1, "chance")
                .area(points)
                .line(points)
                .remark(String.format(
                        Locale.ROOT, "first tenth %.0f %%", points.get(1).y() * 100))
                .svg("Cumulative gain");
    }

    private String contenders() {
        VectorCard.Metrics metrics = card.metrics();
        double own = metrics.headline().value();
        List<VectorCard.Contestant> others = new ArrayList<>();
        others.add(new VectorCard.Contestant(
                "naive baseline: " + metrics.headline().baseline(),
                metrics.headline().baselineValue()));
        others.addAll(metrics.contestants());
        Optional.ofNullable(metrics.champion())
                .ifPresent(champion ->
                        others.add(new VectorCard.Contestant("champion " + champion.version(), champion.value())));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("this model, " + card.algorithm(), figure(own), ""));
        others.forEach(
                other -> rows.add(List.of(other.name(), figure(other.value()), own < other.value() ? "yes" : "no")));
        return Page.table(List.of("", "root mean squared error", "beaten by this model"), rows);
    }

    private static String table(List<VectorCard.Contestant> rows) {
        return Page.table(
                List.of("", "root mean squared error"),
                rows.stream()
                        .map(row -> List.of(row.name(), figure(row.value())))
                        .toList());
    }

    private static double round(double most) {
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(1, most))));
        return Math.ceil(most / step) * step;
    }

    private static String figure(double value) {
        return Page.number(value, 2);
    }
}
