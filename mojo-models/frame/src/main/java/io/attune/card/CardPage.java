package io.attune.card;

import io.attune.evaluation.Judgement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A classifier's card as a page.
 *
 * @param model its name and version
 * @param description what it predicts
 * @param judgedOn on which rows the figures are, in a sentence
 * @param scores what it said of these rows, which it had not learned from
 * @param labels what came of them
 * @param importances columns by falling importance
 * @param importanceNote how the importance was measured
 * @param candidates all that was tried, the chosen one first
 * @param features what it reads
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
        List<Bar> importances,
        String importanceNote,
        List<Contender> candidates,
        List<FeatureRow> features,
        List<Fact> made,
        List<String> remarks) {

    private static final int MOST_BARS = 25;

    /** The page. */
    public String html() {
        JudgementPlots plots = new JudgementPlots(scores, labels);
        return "<!doctype html>\n<html lang=en><head><meta charset=utf-8>"
                + "<meta name=viewport content=\"width=device-width, initial-scale=1\"><title>"
                + Html.escape(model + " " + version) + "</title><style>" + style() + "</style></head><body><main>\n"
                + header(plots.judgement())
                + Html.section("How good it is", judgedOn, plots.all())
                + Html.section("What acting on it brings", "", plots.confusion())
                + bars("What it looks at", importanceNote, importances)
                + tried()
                + Html.section(
                        "Features",
                        "As they were in the rows it learned from; drift is measured against this.",
                        FeatureTable.of(features))
                + Html.section("How it was made", "", facts())
                + remarkList()
                + "</main></body></html>\n";
    }

    private String header(Judgement judgement) {
        List<Fact> tiles = List.of(
                new Fact("AUC", String.format(Locale.ROOT, "%.4f", judgement.auc())),
                new Fact("average precision", String.format(Locale.ROOT, "%.4f", judgement.prAuc())),
                new Fact("log-loss", String.format(Locale.ROOT, "%.4f", judgement.logLoss())),
                new Fact(
                        "calibration error",
                        String.format(
                                Locale.ROOT, "%.4f", judgement.calibration().error())),
                new Fact("positive", Html.percent((double) judgement.positives() / judgement.rows())));
        return "<header><p class=kicker>Model card</p><h1>" + Html.escape(model) + " <span>version "
                + Html.escape(version) + "</span></h1><p>" + Html.escape(description) + "</p><div class=tiles>"
                + tiles.stream()
                        .map(tile -> "<div><b>" + tile.value() + "</b><span>" + tile.name() + "</span></div>")
                        .collect(Collectors.joining())
                + "</div></header>\n";
    }

    private static String bars(String title, String note, List<Bar> bars) {
        if (bars.isEmpty()) {
            return "";
        }
        double most = bars.stream().mapToDouble(Bar::length).max().orElse(1);
        String rows = bars.stream()
                .limit(MOST_BARS)
                .map(bar -> String.format(
                        Locale.ROOT,
                        "<div class=hbar><span>%s</span><i><em style=\"width:%.1f%%\"></em></i><b>%.4f</b></div>",
                        Html.escape(bar.name()),
                        most <= 0 ? 0 : Math.max(0, bar.length()) / most * 100,
                        bar.length()))
                .collect(Collectors.joining("\n"));
        return Html.section(title, note, rows);
    }

    private String tried() {
        if (candidates.isEmpty()) {
            return "";
        }
        List<List<String>> rows = candidates.stream()
                .map(candidate -> List.of(
                        Html.escape(candidate.name()), Html.number(candidate.auc()), Html.number(candidate.logLoss())))
                .toList();
        String table = Html.table(List.of("candidate", "AUC", "log-loss"), rows);
        return Html.section("What was tried", "On the same rows and folds; the first is this model.", table);
    }

    private String facts() {
        return made.stream()
                .map(fact -> "<dt>" + Html.escape(fact.name()) + "</dt><dd>" + Html.escape(fact.value()) + "</dd>")
                .collect(Collectors.joining("", "<dl>", "</dl>"));
    }

    private String remarkList() {
        return remarks.isEmpty()
                ? ""
                : Html.section(
                        "To beware of",
                        "",
                        remarks.stream()
                                .map(remark -> "<li>" + Html.escape(remark) + "</li>")
                                .collect(Collectors.joining("", "<ul>", "</ul>")));
    }

    private static String style() {
        try (InputStream style = CardPage.class.getResourceAsStream("card.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
