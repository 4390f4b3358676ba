package io.attune.status;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The hub's counts as metrics {@code attune_…}. Labels appear as sources, segments and channels do. Thread-safe. */
public final class StatusMetrics {
    private final Supplier<HubStatus> status;
    private final MultiGauge records;
    private final MultiGauge rejects;
    private final MultiGauge models;
    private final MultiGauge segments;
    private final MultiGauge deliveries;
    private final MultiGauge projections;

    public StatusMetrics(Supplier<HubStatus> status, MeterRegistry meters) {
        this.status = status;
        records = gauge(meters, "attune.stored.records", "Accepted records by source");
        rejects = gauge(meters, "attune.stored.rejects", "Rejects by source, replayed ones included");
        models = gauge(meters, "attune.scores", "Profiles that carry a score, by model");
        segments = gauge(meters, "attune.segment.profiles", "Profiles in a segment");
        deliveries = gauge(meters, "attune.deliveries", "Messages by channel and state");
        projections = gauge(meters, "attune.projections", "Mirrored profiles by channel and state");
        gauge(meters, "attune.stored.rejects.open", "Rejects that wait for a decision", HubStatus::openRejects);
        gauge(meters, "attune.profiles", "People", HubStatus::profiles);
        gauge(meters, "attune.profiles.deferred", "Profiles that wait for the re-scoring job", HubStatus::deferred);
    }

    /** Brings the labelled metrics up to date; call it before a scrape. */
    public void refresh() {
        HubStatus now = status.get();
        records.register(rows("source", now.records()), true);
        rejects.register(rows("source", now.rejects()), true);
        models.register(rows("model", now.models()), true);
        segments.register(rows("segment", now.segments()), true);
        deliveries.register(channelRows(now.deliveries()), true);
        projections.register(channelRows(now.projections()), true);
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<HubStatus> value) {
        Gauge.builder(name, () -> value.applyAsDouble(status.get()))
                .description(description)
                .register(meters);
    }

    private static List<MultiGauge.Row<?>> rows(String label, Map<String, Long> counts) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        counts.forEach((name, count) -> rows.add(MultiGauge.Row.of(Tags.of(label, name), count)));
        return rows;
    }

    private static List<MultiGauge.Row<?>> channelRows(Map<String, Map<String, Long>> channels) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        channels.forEach((channel, states) -> states.forEach(
                (state, count) -> rows.add(MultiGauge.Row.of(Tags.of("channel", channel, "state", state), count))));
        return rows;
    }
}
