package io.attune.card;

import io.attune.evaluation.Point;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plot as SVG, drawn from the axes up. Not safe to share between threads. */
public final class Plot {
    private static final int WIDTH = 340;
    private static final int HEIGHT = 250;
    private static final int LEFT = 46;
    private static final int RIGHT = 12;
    private static final int TOP = 30;
    private static final int BOTTOM = 42;
    private static final int TICKS = 4;

    private static final int KEY_MARK = 26;
    private static final double KEY_LETTER = 5.2;

    private final double xMaximum;
    private final double yMaximum;
    private final double right;
    private final StringBuilder body = new StringBuilder();

    public Plot(String title, String xLabel, String yLabel, double xMaximum, double yMaximum) {
        this(title, xLabel, yLabel, xMaximum, yMaximum, List.of());
    }

    /** A plot with a key beside it, which says what each colour stands for; none for a single name. */
    Plot(String title, String xLabel, String yLabel, double xMaximum, double yMaximum, List<String> names) {
        this.xMaximum = xMaximum;
        this.yMaximum = yMaximum;
        int longest = names.stream().mapToInt(String::length).max().orElse(0);
        right = WIDTH - RIGHT - (names.size() > 1 ? KEY_MARK + longest * KEY_LETTER : 0);
        text(LEFT, 17, "title", title);
        text((LEFT + right) / 2.0, HEIGHT - 6, "label middle", xLabel);
        body.append(String.format(
                Locale.ROOT,
                "<text class=\"label middle\" transform=\"translate(11 %d) rotate(-90)\">%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2,
                Html.escape(yLabel)));
        for (int place = 0; names.size() > 1 && place < names.size(); place++) {
            key(names.get(place), place);
        }
    }

    /** Grid lines and figures at quarters of both axes. */
    public Plot grid() {
        return horizontal().vertical();
    }

    public Plot horizontal() {
        for (int tick = 0; tick <= TICKS; tick++) {
            double value = yMaximum * tick / TICKS;
            segment(0, value, xMaximum, value, "grid");
            text(LEFT - 5, y(value) + 3.5, "tick end", tick(value));
        }
        return this;
    }

    private Plot vertical() {
        for (int tick = 0; tick <= TICKS; tick++) {
            double value = xMaximum * tick / TICKS;
            segment(value, 0, value, yMaximum, "grid");
            text(x(value), HEIGHT - BOTTOM + 14, "tick middle", tick(value));
        }
        return this;
    }

    /** A straight line, such as what chance would do. */
    public Plot segment(double fromX, double fromY, double toX, double toY, String style) {
        body.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                style,
                x(fromX),
                y(fromY),
                x(toX),
                y(toY)));
        return this;
    }

    public Plot line(List<Point> points) {
        body.append("<polyline class=\"curve\" points=\"").append(path(points)).append("\"/>");
        return this;
    }

    /** A line in one of the colours. */
    Plot coloured(List<Point> points, int colour) {
        body.append("<polyline class=\"curve c")
                .append(colour)
                .append("\" points=\"")
                .append(path(points))
                .append("\"/>");
        return this;
    }

    /** A small point in one of the colours. */
    Plot speck(double x, double y, int colour) {
        body.append(String.format(
                Locale.ROOT, "<circle class=\"speck c%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"1.6\"/>", colour, x(x), y(y)));
        return this;
    }

    /** What a colour stands for, below one another on the right. */
    private void key(String name, int place) {
        int y = TOP + 8 + 14 * place;
        body.append(String.format(
                Locale.ROOT,
                "<rect class=\"key c%d\" x=\"%.1f\" y=\"%d\" width=\"9\" height=\"9\"/>",
                place % Charts.COLOURS,
                right + 10,
                y - 8));
        text(right + 23, y, "tick", name);
    }

    /** The area below a curve, tinted. */
    public Plot area(List<Point> points) {
        body.append(String.format(
                        Locale.ROOT,
                        "<polygon class=\"area\" points=\"%.1f,%.1f ",
                        x(points.get(0).x()),
                        y(0)))
                .append(path(points))
                .append(String.format(
                        Locale.ROOT,
                        " %.1f,%.1f\"/>",
                        x(points.get(points.size() - 1).x()),
                        y(0)));
        return this;
    }

    public Plot dots(List<Point> points) {
        points.forEach(point -> body.append(String.format(
                Locale.ROOT, "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>", x(point.x()), y(point.y()))));
        return this;
    }

    /** A bar from 0, {@code width} wide, from {@code from} on the x axis. */
    public Plot bar(double from, double width, double height, String style) {
        double top = y(Math.min(height, yMaximum));
        body.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                style,
                x(from),
                top,
                x(from + width) - x(from),
                y(0) - top));
        return this;
    }

    public Plot tickAt(double value, String label) {
        text(x(value), HEIGHT - BOTTOM + 14, "tick middle", label);
        return this;
    }

    public Plot remark(String remark) {
        text(WIDTH - RIGHT, 17, "remark end", remark);
        return this;
    }

    public String svg(String description) {
        return "<svg role=img aria-label=\"" + Html.escape(description) + "\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\">" + body + "</svg>\n";
    }

    private String path(List<Point> points) {
        return points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point.x()), y(point.y())))
                .collect(Collectors.joining(" "));
    }

    private void text(double x, double y, String style, String text) {
        body.append(String.format(
                Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", style, x, y, Html.escape(text)));
    }

    private double x(double value) {
        return LEFT + value / xMaximum * (right - LEFT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / yMaximum * (HEIGHT - TOP - BOTTOM);
    }

    /** Two digits after the point, and a third where it says something. */
    private static String tick(double value) {
        if (value == Math.rint(value)) {
            return String.valueOf((long) value);
        }
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }
}
