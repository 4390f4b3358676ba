package io.attune.command.training;

import io.attune.registry.Headline;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What came of some trainings, as a table. A baseline is beaten {@code perhaps} where the rows judged are too few to tell the lead
 * from chance. Under it stands why what failed did.
 */
public record TrainingTable(List<TrainingResult> results) {

    /** A line a model, under a header; then one for each that failed. */
    public List<String> lines() {
        Stream<String> failures = results.stream()
                .filter(result -> !result.trained())
                .map(result -> result.model() + " failed: " + result.failure());
        return Stream.concat(
                        Stream.concat(
                                Stream.of(line(
                                        "model",
                                        "kind",
                                        "version",
                                        "metric",
                                        "hold-out",
                                        "rows",
                                        "baseline",
                                        "of it",
                                        "beaten",
                                        "seconds")),
                                results.stream().map(TrainingTable::line)),
                        failures)
                .toList();
    }

    private static String line(TrainingResult result) {
        String seconds = String.format(Locale.ROOT, "%.0f", result.seconds());
        String version =
                result.version().map(path -> path.getFileName().toString()).orElse("failed");
        return result.headline()
                .map(headline -> line(
                        result.model(),
                        result.kind(),
                        version,
                        headline.metric(),
                        figure(headline.value()),
                        String.valueOf(headline.rows()),
                        headline.baseline(),
                        figure(headline.baselineValue()),
                        beaten(headline),
                        seconds))
                .orElseGet(() -> line(result.model(), result.kind(), version, "-", "-", "-", "-", "-", "-", seconds));
    }

    private static String beaten(Headline headline) {
        if (!headline.beaten()) {
            return "NO";
        }
        return headline.mayBeChance() ? "perhaps" : "yes";
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String line(String... cells) {
        return String.format("%-24s %-22s %-8s %-12s %9s %7s  %-28s %9s %-7s %7s", (Object[]) cells)
                .stripTrailing();
    }
}
