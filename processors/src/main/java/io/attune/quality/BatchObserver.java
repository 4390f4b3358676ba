package io.attune.quality;

import io.attune.record.CustomerRecord;
import io.attune.record.SourceRecord;
import io.attune.reject.Reject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Looks at the records of a batch. Thread-safe. */
final class BatchObserver {
    private static final int KINDS_A_SOURCE = 100;
    private static final int FIELDS_A_KIND = 100;
    private static final int CATEGORY_LENGTH = 100;

    private final QualityDefinition definition;
    private final Samples samples;
    private final Bounds kinds = new Bounds(KINDS_A_SOURCE);
    private final Bounds fields = new Bounds(FIELDS_A_KIND);

    BatchObserver(QualityDefinition definition, Samples samples) {
        this.definition = definition;
        this.samples = samples;
    }

    Observation observe(
            List<SourceRecord> accepted, Map<String, Long> repeats, List<Reject> rejects, List<Flag> flags) {
        Observation observation = new Observation();
        accepted.forEach(record -> look(observation, ObservedRecord.of(record), flags));
        repeats.forEach((source, count) -> {
            if (count > 0) {
                observation.tally(FigureKey.of(source)).repeats += count;
            }
        });
        rejects.forEach(reject -> observation.tally(FigureKey.of(reject.source())).rejects++);
        return observation;
    }

    private void look(Observation observation, ObservedRecord observed, List<Flag> flags) {
        SourceRecord record = observed.record();
        String source = record.source();
        String kind = kinds.name(source, observed.kind());
        count(observation.tally(FigureKey.of(source)), record.occurredAt());
        count(observation.tally(FigureKey.of(source, kind)), record.occurredAt());
        String scope = source + ' ' + kind;
        observed.present().stream()
                .map(field -> fields.name(scope, field))
                .distinct()
                .forEach(field -> observation.tally(new FigureKey(source, kind, field)).present++);
        observed.categories()
                .forEach((field, values) -> values.stream()
                        .filter(value -> value.length() <= CATEGORY_LENGTH)
                        .forEach(value -> observation.categories.add(new Observation.Category(source, field, value))));
        List<String> names = new ArrayList<>(record.header().flags());
        names.addAll(missing(observed));
        names.addAll(outliers(observation, observed, kind));
        if (!names.isEmpty()) {
            observation.tally(FigureKey.of(source)).flagged++;
            new TreeSet<>(names).forEach(name -> flags.add(new Flag(record.recordId(), source, name)));
        }
    }

    private static void count(Tally tally, Instant occurredAt) {
        tally.records++;
        tally.seen(occurredAt);
    }

    private List<String> missing(ObservedRecord observed) {
        if (observed.record() instanceof CustomerRecord customer && customer.deleted()) {
            return List.of();
        }
        return definition.expected().stream()
                .filter(expected -> expected.isAbout(observed.record().source(), observed.kind()))
                .flatMap(expected -> expected.fields().stream())
                .filter(field -> !observed.present().contains(field))
                .map(field -> "missing:" + field)
                .toList();
    }

    private List<String> outliers(Observation observation, ObservedRecord observed, String kind) {
        List<String> names = new ArrayList<>();
        for (OutlierRule rule : definition.outliers()) {
            Double value =
                    rule.kind().equals(observed.kind()) ? observed.numbers().get(rule.field()) : null;
            if (value == null || !rule.judges(value)) {
                continue;
            }
            FigureKey key = new FigureKey(observed.record().source(), kind, rule.field());
            double scaled = rule.scaled(value);
            if (samples.isOutlier(rule, key, scaled)) {
                names.add("outlier:" + rule.field());
                observation.tally(key).outliers++;
            }
            observation.numbers.add(new Observation.Figure(key, scaled));
        }
        return names;
    }
}
