package io.attune.card;

import java.util.List;
import java.util.Locale;

/** The features of a model, one a row, with a small histogram of each. */
final class FeatureTable {
    private static final int WIDTH = 150;
    private static final int HEIGHT = 30;

    private FeatureTable() {}

    static String of(List<FeatureRow> features) {
        return Html.table(
                List.of("feature", "type", "missing", "figures", "spread"),
                features.stream()
                        .map(feature -> List.of(
                                "<b>" + Html.escape(feature.name()) + "</b>",
                                Html.escape(feature.type()),
                                feature.missing() == 0 ? "none" : Html.percent(feature.missing()),
                                Html.escape(feature.summary()),
                                histogram(feature)))
                        .toList());
    }

    private static String histogram(FeatureRow feature) {
        int bars = feature.counts().size();
        long most = feature.counts().stream().mapToLong(Long::longValue).max().orElse(0);
        if (most == 0) {
            return "";
        }
        StringBuilder svg = new StringBuilder("<svg class=spark viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\">");
        double width = Math.min(24, (double) WIDTH / bars);
        for (int bar = 0; bar < bars; bar++) {
            double height = Math.max(0.8, (double) feature.counts().get(bar) / most * HEIGHT);
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=bar x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s: %s rows</title></rect>",
                    bar * width,
                    HEIGHT - height,
                    Math.max(1, width - 1),
                    height,
                    Html.escape(feature.names().get(bar)),
                    Html.number((double) feature.counts().get(bar))));
        }
        return svg.append("</svg>").toString();
    }
}
