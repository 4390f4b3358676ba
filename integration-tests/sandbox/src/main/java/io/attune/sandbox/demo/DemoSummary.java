package io.attune.sandbox.demo;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Prints a report for a person. */
final class DemoSummary {
    private final PrintWriter out;

    DemoSummary(PrintWriter out) {
        this.out = out;
    }

    void print(DemoReport report) {
        out.println();
        line("records", counts(report.records()));
        line("rejects", report.rejects().isEmpty() ? "none" : counts(report.rejects()));
        line("people", String.format(Locale.ROOT, "%,d, found as %,d profiles", report.people(), report.profiles()));
        line(
                "identity",
                String.format(
                        Locale.ROOT,
                        "pair precision %.4f, recall %.4f (joining nobody: 0)",
                        report.pairPrecision(),
                        report.pairRecall()));
        line(
                "churn",
                String.format(
                        Locale.ROOT,
                        "%,d profiles scored, AUC %s (recency alone: %s)",
                        report.scored(),
                        figure(report.churnAuc()),
                        figure(report.churnAucRecencyOnly())));
        line("segments", counts(report.segments()));
        nested("campaign", report.campaigns());
        nested("delivery", report.deliveries());
        nested("projection", report.projections());
        report.inbox()
                .forEach((channel, count) -> line(
                        "inbox",
                        String.format(
                                Locale.ROOT,
                                "%s: %,d messages to %,d people",
                                channel,
                                count.messages(),
                                count.people())));
        line(
                "agreement",
                report.inboxDifferences().isEmpty()
                        ? "inboxes and database agree, row for row"
                        : report.inboxDifferences().size() + " differences: " + report.inboxDifferences());
        line(
                "latency",
                "event to delivery p50 " + millis(report.latencyMillis().p50()) + ", p99 "
                        + millis(report.latencyMillis().p99()));
        out.println();
        out.flush();
    }

    private void nested(String title, Map<String, ? extends Map<String, Long>> figures) {
        figures.forEach((name, states) -> line(title, name + ": " + counts(states)));
    }

    private void line(String title, String text) {
        out.printf("  %-11s %s%n", title, text);
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String figure(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "none";
    }

    private static String millis(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%,.0f ms", value.getAsDouble()) : "none";
    }
}
