package io.attune.card;

import io.attune.evaluation.Point;
import java.util.List;
import java.util.Locale;

/** Draws charts as SVG, from plain text and numbers. Axes begin at 0. */
public final class Charts {
    static final int COLOURS = 8;

    private Charts() {}

    /** A line for each series, each in a colour of its own, with a dot at each point where there are few. */
    public static String lines(String title, String xLabel, String yLabel, List<Series> series) {
        double right = ceiling(series.stream()
                .flatMap(each -> each.points().stream())
                .mapToDouble(Point::x)
                .max()
                .orElse(1));
        double top = ceiling(series.stream()
                .flatMap(each -> each.points().stream())
                .mapToDouble(Point::y)
                .max()
                .orElse(1));
        Plot plot = new Plot(title, xLabel, yLabel, right, top, names(series)).grid();
        for (int index = 0; index < series.size(); index++) {
            plot.coloured(series.get(index).points(), index % COLOURS);
        }
        return plot.svg(title);
    }

    /** A column for each bar, with its name below where there is room. */
    public static String columns(String title, String xLabel, String yLabel, List<Bar> bars) {
        double top = ceiling(bars.stream().mapToDouble(Bar::length).max().orElse(1));
        Plot plot = new Plot(title, xLabel, yLabel, Math.max(1, bars.size()), top).horizontal();
        int step = Math.max(1, bars.size() / 12);
        for (int index = 0; index < bars.size(); index++) {
            plot.bar(index + 0.1, 0.8, Math.max(0, bars.get(index).length()), "bar");
            if (index % step == 0) {
                plot.tickAt(index + 0.5, bars.get(index).name());
            }
        }
        return plot.svg(title);
    }

    /** Points of groups, each in a colour of its own; only how they lie counts, so the axes have no figures. */
    public static String clouds(String title, String xLabel, String yLabel, List<Series> groups) {
        double[] x = groups.stream()
                .flatMap(each -> each.points().stream())
                .mapToDouble(Point::x)
                .sorted()
                .toArray();
        double[] y = groups.stream()
                .flatMap(each -> each.points().stream())
                .mapToDouble(Point::y)
                .sorted()
                .toArray();
        double left = x.length == 0 ? 0 : x[0];
        double bottom = y.length == 0 ? 0 : y[0];
        double width = x.length == 0 ? 1 : Math.max(1e-9, x[x.length - 1] - left);
        double height = y.length == 0 ? 1 : Math.max(1e-9, y[y.length - 1] - bottom);
        Plot plot = new Plot(title, xLabel, yLabel, width, height * 1.02, names(groups));
        for (int group = 0; group < groups.size(); group++) {
            int colour = group % COLOURS;
            groups.get(group).points().forEach(point -> plot.speck(point.x() - left, point.y() - bottom, colour));
        }
        return plot.svg(title);
    }

    /** A field of cells, the darker the greater; the least is white. */
    public static String heat(String title, List<String> rows, List<String> columns, double[][] values) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double[] row : values) {
            for (double value : row) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        int cell = 30;
        int height = 16;
        int left = 48;
        int top = 24;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg role=img aria-label=\"%s\" viewBox=\"0 0 %d %d\"><text class=title x=\"%d\" y=\"14\">%s</text>",
                Html.escape(title),
                left + columns.size() * cell + 4,
                top + rows.size() * height + 18,
                left,
                Html.escape(title)));
        for (int row = 0; row < values.length; row++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=end x=\"%d\" y=\"%d\">%s</text>",
                    left - 5,
                    top + row * height + 12,
                    Html.escape(rows.get(row))));
            for (int column = 0; column < values[row].length; column++) {
                double share = greatest > least ? (values[row][column] - least) / (greatest - least) : 0;
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect class=bar fill-opacity=\"%.3f\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"><title>%s %s: %s</title></rect>",
                        0.04 + 0.96 * share,
                        left + column * cell,
                        top + row * height,
                        cell - 1,
                        height - 1,
                        Html.escape(rows.get(row)),
                        Html.escape(columns.get(column)),
                        Html.number(values[row][column])));
            }
        }
        for (int column = 0; column < columns.size(); column++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=middle x=\"%d\" y=\"%d\">%s</text>",
                    left + column * cell + cell / 2,
                    top + rows.size() * height + 13,
                    Html.escape(columns.get(column))));
        }
        return svg.append("</svg>\n").toString();
    }

    private static List<String> names(List<Series> series) {
        return series.stream().map(Series::name).toList();
    }

    /** The next round number whose quarters are round, too, so that the figures of the grid are short. */
    private static double ceiling(double value) {
        if (!(value > 0)) {
            return 1;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10}) {
            if (value <= step * unit) {
                return step * unit;
            }
        }
        return value;
    }
}
