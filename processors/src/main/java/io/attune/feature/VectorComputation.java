package io.attune.feature;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The one way from events to a vector. Serving enters it at the stored day aggregates, training at the events. Immutable
 * and safe to share between threads.
 */
public final class VectorComputation {

    private final FeatureDefinitions definitions;
    private final DayAggregation aggregation;

    public VectorComputation(FeatureDefinitions definitions) {
        this.definitions = definitions;
        aggregation = new DayAggregation(definitions);
    }

    /** The day aggregates of some events, of any number of nodes. */
    public List<DayAggregate> aggregate(Collection<Activity> activities) {
        return aggregation.aggregate(activities);
    }

    /** As {@link #aggregate}, without the times within the days. */
    List<DayTotal> totals(Collection<Activity> activities) {
        return aggregate(activities).stream().map(DayAggregate::total).toList();
    }

    /** The vector of the person whose events these are, without those that occurred at or after the moment. */
    public FeatureVector fromActivities(Collection<Activity> ofPerson, Instant asOf) {
        List<Activity> before = ofPerson.stream()
                .filter(activity -> activity.occurredAt().isBefore(asOf))
                .toList();
        return fromSpans(totals(before).stream().map(SpanTotal::of).toList(), asOf);
    }

    /**
     * The vector of the person whose days these are, summed as far as no window tells them apart.
     *
     * @param ofPerson totals of events that occurred before the moment, of all nodes of the person
     */
    public FeatureVector fromSpans(Collection<SpanTotal> ofPerson, Instant asOf) {
        LocalDate today = Statistic.date(asOf);
        Map<String, List<SpanTotal>> byMeasure =
                ofPerson.stream().collect(Collectors.groupingBy(SpanTotal::measure, HashMap::new, Collectors.toList()));
        Map<String, Double> values = new LinkedHashMap<>();
        for (Feature feature : definitions.features()) {
            LocalDate firstDay = feature.window().isPresent()
                    ? today.minusDays(feature.window().getAsInt())
                    : LocalDate.MIN;
            WindowTotals totals = WindowTotals.since(firstDay, byMeasure.getOrDefault(feature.measure(), List.of()));
            feature.statistic().of(totals, today).ifPresent(value -> values.put(feature.name(), value));
        }
        return new FeatureVector(asOf, values);
    }
}
