package io.attune.card;

import io.attune.evaluation.Disparity;
import io.attune.evaluation.GroupFigures;
import io.attune.evaluation.Judgement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A classifier's card as a page.
 *
 * @param model its name and version
 * @param description what it predicts
 * @param judgedOn on which rows the figures are, in a sentence
 * @param scores what it said of these rows, which it had not learned from
 * @param labels what came of them
 * @param threshold from which on acting is best
 * @param importances columns by falling importance
 * @param importanceNote how the importance was measured
 * @param candidates all that was tried, the chosen one first
 * @param features what it reads
 * @param groups the figures of each group; none when rows are not grouped
 * @param made how it was made
 * @param remarks what a reader should beware of
 */
@SuppressWarnings("ArrayRecordComponent") // a page is made once and never compared
public record CardPage(
        String model,
        String version,
        String description,
        String judgedOn,
        double[] scores,
        boolean[] labels,
        double threshold,
        List<Bar> importances,
        String importanceNote,
        List<Contender> candidates,
        List<FeatureRow> features,
        List<GroupFigures> groups,
        Optional<Disparity> disparity,
        List<Fact> made,
        List<String> remarks) {

    private static final int MOST_BARS = 25;

    /** The page. */
    public String html() {
        JudgementPlots plots = new JudgementPlots(scores, labels);
        return new Page("Model card", model, "version " + version, description, tiles(plots.judgement()))
                .section("How good it is", judgedOn, plots.all())
                .section("What acting on it brings", "", plots.confusion(threshold))
                .section("Whether it serves all alike", groupNote(), GroupTable.of(groups))
                .section("What it looks at", importanceNote, bars(importances))
                .section("What was tried", "The first is this model.", tried())
                .section(
                        "Features",
                        "As they were in the rows it learned from; drift is measured against this.",
                        FeatureTable.of(features))
                .section("How it was made", "", Page.facts(made))
                .section("To beware of", "", Page.list(remarks))
                .html();
    }

    private static List<Fact> tiles(Judgement judgement) {
        return List.of(
                new Fact("AUC", String.format(Locale.ROOT, "%.4f", judgement.auc())),
                new Fact("average precision", String.format(Locale.ROOT, "%.4f", judgement.prAuc())),
                new Fact("log-loss", String.format(Locale.ROOT, "%.4f", judgement.logLoss())),
                new Fact(
                        "calibration error",
                        String.format(
                                Locale.ROOT, "%.4f", judgement.calibration().error())),
                new Fact("positive", Html.percent((double) judgement.positives() / judgement.rows())));
    }

    private String groupNote() {
        return disparity
                .map(found -> String.format(
                        Locale.ROOT,
                        "Found: the share of those to whom it happens that is acted on, at the threshold. The least (%s) by the"
                                + " most (%s) is %.2f; 1 is equal.",
                        found.lowest(),
                        found.highest(),
                        found.ratio()))
                .orElse("There are no two groups of enough people to compare.");
    }

    private static String bars(List<Bar> bars) {
        return Page.bars(bars.stream().limit(MOST_BARS).toList());
    }

    private String tried() {
        if (candidates.isEmpty()) {
            return "";
        }
        List<List<String>> rows = candidates.stream()
                .map(candidate -> List.of(
                        Html.escape(candidate.name()), Html.number(candidate.auc()), Html.number(candidate.logLoss())))
                .toList();
        return Html.table(List.of("candidate", "AUC", "log-loss"), rows);
    }
}
