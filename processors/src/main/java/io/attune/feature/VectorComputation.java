package io.attune.feature;

import io.attune.feature.calculation.Evidence;
import io.attune.feature.calculation.Population;
import io.attune.feature.calculation.SpanTotal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** As {@link #fromActivities(Collection, Instant, Population)}, when nobody has been surveyed yet. */
    public FeatureVector fromActivities(Collection<Activity> ofPerson, Instant asOf) {
        return fromActivities(ofPerson, asOf, Population.none());
    }

    /** The vector of the person whose events these are, without those that occurred at or after the moment. */
    public FeatureVector fromActivities(Collection<Activity> ofPerson, Instant asOf, Population population) {
        return fromSpans(spans(ofPerson, asOf), asOf, population);
    }

    /** The days of the events, without those that occurred at or after the moment. */
    List<SpanTotal> spans(Collection<Activity> ofPerson, Instant asOf) {
        List<Activity> before = ofPerson.stream()
                .filter(activity -> activity.occurredAt().isBefore(asOf))
                .toList();
        return aggregate(before).stream().map(DayAggregate::span).toList();
    }

    /**
     * The vector of the person whose days these are, summed as far as no window tells them apart.
     *
     * @param ofPerson totals of events that occurred before the moment, of all nodes of the person
     */
    public FeatureVector fromSpans(Collection<SpanTotal> ofPerson, Instant asOf, Population population) {
        Evidence evidence = new Evidence(ofPerson, asOf, population);
        Map<String, Object> computed = new LinkedHashMap<>();
        for (Feature feature : definitions.computationOrder()) {
            Optional<Object> value = feature.calculation().of(evidence).or(feature::fallback);
            value.ifPresent(known -> {
                evidence.put(feature.name(), known);
                computed.put(feature.name(), known);
            });
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Feature feature : definitions.features()) {
            Optional.ofNullable(computed.get(feature.name())).ifPresent(value -> values.put(feature.name(), value));
        }
        return new FeatureVector(asOf, values, population.version());
    }
}
