package io.attune.identity.matching;

import java.util.List;
import java.util.Locale;

/**
 * An explanation as a picture: a bar for each step from the prior to the whole, and where joining and review begin. An SVG document
 * that refers to nothing outside of itself.
 */
public final class WaterfallPicture {
    private static final int WIDTH = 1000;
    private static final int LABELS = 412;
    private static final int RIGHT = 76;
    private static final int TOP = 104;
    private static final int ROW = 38;
    private static final int BAR = 20;

    private static final String FOR = "#2f9e6e";
    private static final String AGAINST = "#d1495b";
    private static final String START = "#8a94a3";
    private static final String WHOLE = "#2f5d8c";

    private final Explanation explanation;
    private final List<WaterfallStep> steps;
    private final double least;
    private final double most;

    private WaterfallPicture(Explanation explanation) {
        this.explanation = explanation;
        steps = WaterfallStep.of(explanation);
        double low = Math.min(0, explanation.reviewBits());
        double high = Math.max(0, explanation.sureBits());
        for (WaterfallStep step : steps) {
            low = Math.min(low, Math.min(step.from(), step.to()));
            high = Math.max(high, Math.max(step.from(), step.to()));
        }
        double margin = (high - low) * 0.03;
        least = low - margin;
        most = high + margin;
    }

    public static String of(Explanation explanation) {
        return new WaterfallPicture(explanation).draw();
    }

    private static String title(Verdict verdict) {
        return switch (verdict) {
            case SURE -> "One person: joined";
            case REVIEW -> "Perhaps one person: for review";
            case NONE -> "Two people";
        };
    }

    private static String fill(WaterfallStep step) {
        return switch (step.part()) {
            case START -> START;
            case EVIDENCE -> step.bits() < 0 ? AGAINST : FOR;
            case WHOLE -> WHOLE;
        };
    }

    private String draw() {
        int height = TOP + steps.size() * ROW + 46;
        int bottom = TOP + steps.size() * ROW + 4;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img"
                  font-family="system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif">
                <title>%3$s</title>
                <rect width="%1$d" height="%2$d" rx="10" fill="#ffffff"/>
                <text x="28" y="42" font-size="21" font-weight="600" fill="#1d2733">%3$s</text>
                <text x="28" y="66" font-size="13" fill="#5b6675">%4$s. Weights are in bits: 10 are odds of about 1,000 to 1</text>
                """, WIDTH, height, title(explanation.verdict()), WaterfallStep.percent(explanation)));
        axis(svg, bottom);
        for (int i = 0; i < steps.size(); i++) {
            step(svg, i);
        }
        line(svg, explanation.reviewBits(), "review", "#b7791f", bottom, "end", -4);
        line(svg, explanation.sureBits(), "sure", FOR, bottom, "start", 4);
        return svg.append("</svg>\n").toString();
    }

    private void axis(StringBuilder svg, int bottom) {
        double distance = distance();
        for (double bits = Math.ceil(least / distance) * distance; bits <= most; bits += distance) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"%4$s\"/>"
                            + "<text x=\"%1$.1f\" y=\"%5$d\" font-size=\"11\" fill=\"#7b8694\" text-anchor=\"middle\">%6$.0f</text>%n",
                    x(bits),
                    TOP - 8,
                    bottom,
                    Math.abs(bits) < 1e-9 ? "#9aa5b1" : "#e8ecf0",
                    bottom + 18,
                    bits + 0.0));
        }
    }

    private double distance() {
        double range = most - least;
        for (double distance : new double[] {2, 5, 10, 20, 50}) {
            if (range / distance <= 12) {
                return distance;
            }
        }
        return 100;
    }

    private void step(StringBuilder svg, int place) {
        WaterfallStep step = steps.get(place);
        int middle = TOP + place * ROW + ROW / 2;
        boolean last = place == steps.size() - 1;
        if (last) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"28\" x2=\"%d\" y1=\"%2$d\" y2=\"%2$d\" stroke=\"#d5dbe1\"/>%n",
                    WIDTH - 28,
                    middle - ROW / 2));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"28\" y=\"%d\" font-size=\"14\" font-weight=\"600\" fill=\"#1d2733\">%s</text>"
                        + "<text x=\"%d\" y=\"%d\" font-size=\"12\" fill=\"#5b6675\">%s</text>%n",
                middle + 5,
                escaped(step.label()),
                190,
                middle + 4,
                escaped(step.detail())));
        if (Math.abs(step.bits()) < 0.005) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"%4$s\" stroke-width=\"2\"/>%n",
                    x(step.to()),
                    middle - BAR / 2,
                    middle + BAR / 2,
                    START));
            return;
        }
        double left = Math.min(x(step.from()), x(step.to()));
        double width = Math.max(1.5, Math.abs(x(step.to()) - x(step.from())));
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"3\" fill=\"%s\"/>%n",
                left,
                middle - BAR / 2,
                width,
                BAR,
                fill(step)));
        number(svg, step, middle, left, left + width);
        if (!last) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"#9aa5b1\" stroke-dasharray=\"2 2\"/>%n",
                    x(step.to()),
                    middle + BAR / 2,
                    middle + ROW - BAR / 2));
        }
    }

    private static void number(StringBuilder svg, WaterfallStep step, int middle, double left, double right) {
        boolean fits = right + 52 < WIDTH - 8;
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" font-size=\"12\" font-weight=\"600\" fill=\"%s\" text-anchor=\"%s\">%s</text>%n",
                fits ? right + 6 : left - 6,
                middle + 4,
                fill(step),
                fits ? "start" : "end",
                signed(step.bits())));
    }

    private void line(StringBuilder svg, double bits, String name, String color, int bottom, String anchor, int shift) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"%4$s\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"/>"
                        + "<text x=\"%5$.1f\" y=\"%6$d\" font-size=\"12\" font-weight=\"600\" fill=\"%4$s\" text-anchor=\"%7$s\">%8$s</text>%n",
                x(bits),
                TOP - 8,
                bottom,
                color,
                x(bits) + shift,
                TOP - 14,
                anchor,
                name));
    }

    private double x(double bits) {
        return LABELS + (bits - least) / (most - least) * (WIDTH - RIGHT - LABELS);
    }

    private static String signed(double bits) {
        return String.format(Locale.ROOT, "%+.1f", bits + 0.0).replace('-', '−');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("\\p{Cntrl}", " ");
    }
}
