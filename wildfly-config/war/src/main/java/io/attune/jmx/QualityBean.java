package io.attune.jmx;

import io.attune.hub.QualityWay;
import io.attune.quality.SourceQuality;
import java.time.Duration;
import java.util.Locale;

/** Shows the quality of every source. Thread-safe. */
record QualityBean(QualityWay quality) implements QualityView {
    private static final Duration SPAN = Duration.ofHours(24);

    @Override
    public String[] getSources() {
        return quality.history().summary(SPAN).stream().map(QualityBean::line).toArray(String[]::new);
    }

    private static String line(SourceQuality source) {
        return source.source() + ": " + source.records() + " records, " + source.repeats() + " repeats, "
                + source.rejects() + " rejects, " + source.flagged() + " flagged, " + source.outliers() + " outliers, "
                + source.newCategories() + " new categories, newest "
                + source.freshnessSeconds().map(seconds -> seconds + " s ago").orElse("never");
    }

    @Override
    public String[] getCompleteness() {
        return quality.history().summary(SPAN).stream()
                .flatMap(source -> source.completeness().stream()
                        .map(field -> String.format(
                                Locale.ROOT,
                                "%s %s %s: %.1f %% of %d",
                                source.source(),
                                field.kind(),
                                field.field(),
                                100 * field.share(),
                                field.records())))
                .toArray(String[]::new);
    }

    @Override
    public String[] getOpenAlerts() {
        return quality.alerts().open().stream()
                .map(alert -> alert.openedAt() + " " + alert.name() + " " + alert.source() + ": " + alert.reason())
                .toArray(String[]::new);
    }

    @Override
    public int getOpenAlertCount() {
        return quality.alerts().open().size();
    }
}
