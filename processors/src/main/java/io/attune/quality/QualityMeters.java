package io.attune.quality;

import io.attune.quality.alert.Alert;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures as Prometheus metrics {@code attune_quality_…}. Thread-safe. */
public final class QualityMeters {
    private final MultiGauge records;
    private final MultiGauge repeats;
    private final MultiGauge rejects;
    private final MultiGauge freshness;
    private final MultiGauge duplicateRate;
    private final MultiGauge rejectRate;
    private final MultiGauge flagged;
    private final MultiGauge outliers;
    private final MultiGauge newCategories;
    private final MultiGauge completeness;
    private final MultiGauge alerts;

    public QualityMeters(MeterRegistry meters) {
        records = gauge(meters, "records", "New records of a source in this and the last hour");
        repeats = gauge(meters, "repeats", "Records that were known already, in this and the last hour");
        rejects = gauge(meters, "rejects", "Records that were rejected, in this and the last hour");
        freshness =
                gauge(meters, "freshness.seconds", "Seconds since the newest thing of which a source told happened");
        duplicateRate = gauge(meters, "duplicate.rate", "Share of records that were known already");
        rejectRate = gauge(meters, "reject.rate", "Share of what arrived that was rejected");
        flagged = gauge(meters, "flagged", "Records that carry a flag, in this and the last hour");
        outliers = gauge(meters, "outliers", "Values that are outliers, in this and the last hour");
        newCategories = gauge(meters, "new.categories", "Values of fields that were never seen before");
        completeness = gauge(meters, "completeness", "Share of the records of a kind that have a field");
        alerts = gauge(meters, "alerts.open", "Open alerts by source");
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder("attune.quality." + name)
                .description(description)
                .register(meters);
    }

    /** Shows new figures. */
    public void show(List<SourceQuality> sources, List<Alert> open) {
        show(records, sources, source -> Optional.of((double) source.records()));
        show(repeats, sources, source -> Optional.of((double) source.repeats()));
        show(rejects, sources, source -> Optional.of((double) source.rejects()));
        show(freshness, sources, source -> source.freshnessSeconds().map(Long::doubleValue));
        show(duplicateRate, sources, SourceQuality::duplicateRate);
        show(rejectRate, sources, SourceQuality::rejectRate);
        show(flagged, sources, source -> Optional.of((double) source.flagged()));
        show(outliers, sources, source -> Optional.of((double) source.outliers()));
        show(newCategories, sources, source -> Optional.of((double) source.newCategories()));
        List<MultiGauge.Row<?>> fields = new ArrayList<>();
        sources.forEach(source -> source.completeness()
                .forEach(field -> fields.add(MultiGauge.Row.of(
                        Tags.of("source", source.source(), "kind", field.kind(), "field", field.field()),
                        field.share()))));
        completeness.register(fields, true);
        Map<String, Long> bySource = open.stream().collect(Collectors.groupingBy(Alert::source, Collectors.counting()));
        alerts.register(
                sources.stream()
                        .<MultiGauge.Row<?>>map(source -> MultiGauge.Row.of(
                                Tags.of("source", source.source()), bySource.getOrDefault(source.source(), 0L)))
                        .toList(),
                true);
    }

    private static void show(
            MultiGauge gauge, List<SourceQuality> sources, Function<SourceQuality, Optional<Double>> figure) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        sources.forEach(source -> figure.apply(source)
                .ifPresent(value -> rows.add(MultiGauge.Row.of(Tags.of("source", source.source()), value))));
        gauge.register(rows, true);
    }
}
