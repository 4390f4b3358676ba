package io.attune.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A model's card as one file that needs no network: a head with a few figures, and sections. For every kind of model. Not safe
 * to share between threads.
 */
public final class Page {
    private final StringBuilder sections = new StringBuilder();
    private final String head;

    /**
     * Begins a page.
     *
     * @param kicker a word or two above the title, such as {@code Model card}
     * @param tiles the figures to see first: the value large, the name below
     */
    public Page(String kicker, String title, String subtitle, String description, List<Fact> tiles) {
        head = "<!doctype html>\n<html lang=en><head><meta charset=utf-8>"
                + "<meta name=viewport content=\"width=device-width, initial-scale=1\"><title>"
                + Html.escape(title + ", " + subtitle) + "</title><style>" + style()
                + "</style></head><body><main>\n<header><p class=kicker>" + Html.escape(kicker) + "</p><h1>"
                + Html.escape(title) + " <span>" + Html.escape(subtitle) + "</span></h1><p>" + Html.escape(description)
                + "</p><div class=tiles>"
                + tiles.stream()
                        .map(tile -> "<div><b>" + Html.escape(tile.value()) + "</b><span>" + Html.escape(tile.name())
                                + "</span></div>")
                        .collect(Collectors.joining())
                + "</div></header>\n";
    }

    /**
     * Adds a section; one without content is left out.
     *
     * @param note a sentence below the title; may be empty
     * @param markup made by the methods of this package, which escape what comes from outside
     */
    public Page section(String title, String note, String markup) {
        if (!markup.isEmpty()) {
            sections.append(Html.section(title, note, markup));
        }
        return this;
    }

    public String html() {
        return head + sections + "</main></body></html>\n";
    }

    /** Names with lengths, as horizontal bars; nothing for none. */
    public static String bars(List<Bar> bars) {
        double most = bars.stream().mapToDouble(Bar::length).max().orElse(1);
        return bars.stream()
                .map(bar -> String.format(
                        Locale.ROOT,
                        "<div class=hbar><span>%s</span><i><em style=\"width:%.1f%%\"></em></i><b>%s</b></div>",
                        Html.escape(bar.name()),
                        most <= 0 ? 0 : Math.max(0, bar.length()) / most * 100,
                        Html.number(bar.length())))
                .collect(Collectors.joining("\n"));
    }

    /** A number as the pages write it: so many digits after the point, with grouping, – for none, and never -0. */
    public static String number(double value, int digits) {
        return Html.number(value, digits);
    }

    /** A table of plain text. */
    public static String table(List<String> header, List<List<String>> rows) {
        return Html.table(
                header,
                rows.stream()
                        .map(row -> row.stream().map(Html::escape).toList())
                        .toList());
    }

    /** The features that a model reads, each with a small histogram. */
    public static String features(List<FeatureRow> features) {
        return FeatureTable.of(features);
    }

    /** Names with their values; nothing for none. */
    public static String facts(List<Fact> facts) {
        return facts.isEmpty()
                ? ""
                : facts.stream()
                        .map(fact ->
                                "<dt>" + Html.escape(fact.name()) + "</dt><dd>" + Html.escape(fact.value()) + "</dd>")
                        .collect(Collectors.joining("", "<dl>", "</dl>"));
    }

    /** Sentences as a list; nothing for none. */
    public static String list(List<String> sentences) {
        return sentences.isEmpty()
                ? ""
                : sentences.stream()
                        .map(sentence -> "<li>" + Html.escape(sentence) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    /** Plots side by side. */
    public static String plots(List<String> svgs) {
        return "<div class=plots>" + String.join("", svgs) + "</div>";
    }

    private static String style() {
        try (InputStream style = Page.class.getResourceAsStream("card.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
