package io.attune.bench;

import java.util.List;
import java.util.Locale;

/** The table that is printed, in Markdown, so that it can be kept. */
final class Report {
    private static final String HEAD = """
            | measured | unit | Attune | baseline | | Attune / baseline: median (lowest to highest) |
            |---|---|--:|---|--:|--:|
            """;

    private Report() {}

    static String of(List<Comparison> comparisons, int rounds) {
        StringBuilder text = new StringBuilder(machine(rounds)).append("\n\n").append(HEAD);
        comparisons.forEach(comparison -> text.append(line(comparison)));
        return text.toString();
    }

    private static String machine(int rounds) {
        return String.format(
                Locale.ROOT,
                "%d processors, Java %s, %s; %d rounds after one that warms up, medians",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                System.getProperty("os.arch"),
                rounds);
    }

    private static String line(Comparison comparison) {
        Spread ratio = comparison.ratio();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s (%s to %s) |%n",
                comparison.subject(),
                comparison.unit(),
                amount(Spread.of(comparison.attune()).median()),
                comparison.baseline(),
                amount(Spread.of(comparison.theirs()).median()),
                quotient(ratio.median()),
                quotient(ratio.lowest()),
                quotient(ratio.highest()));
    }

    private static String amount(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }

    private static String quotient(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
