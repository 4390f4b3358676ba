package io.attune.feature.calculation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What calculations may know of a person at a moment. Not safe to share between threads while values are put in. */
public final class Evidence {

    private final Instant asOf;
    private final LocalDate today;
    private final Population population;
    private final Map<String, List<SpanTotal>> byMeasure;
    private final Map<String, Object> values = new HashMap<>();

    /**
     * Collects what is known.
     *
     * @param spans totals of events that occurred before the moment, of all nodes of the person
     */
    public Evidence(Collection<SpanTotal> spans, Instant asOf, Population population) {
        this.asOf = asOf;
        this.population = population;
        today = Statistic.date(asOf);
        byMeasure =
                spans.stream().collect(Collectors.groupingBy(SpanTotal::measure, HashMap::new, Collectors.toList()));
    }

    /** Makes a value known to the features that read it. */
    public void put(String feature, Object value) {
        values.put(feature, value);
    }

    Optional<Object> value(String feature) {
        return Optional.ofNullable(values.get(feature));
    }

    Optional<Double> number(String feature) {
        return value(feature).map(Double.class::cast);
    }

    List<SpanTotal> all(String measure) {
        return byMeasure.getOrDefault(measure, List.of());
    }

    /** The spans of the day of the moment and of so many days before it. */
    List<SpanTotal> within(String measure, OptionalInt window) {
        return window.isPresent() ? between(measure, window.getAsInt(), 0) : all(measure);
    }

    /** The spans of the days of which the oldest and the youngest have these ages. */
    List<SpanTotal> between(String measure, int oldest, int youngest) {
        LocalDate first = today.minusDays(oldest);
        LocalDate last = today.minusDays(youngest);
        return all(measure).stream()
                .filter(span ->
                        !span.firstDay().isBefore(first) && !span.lastDay().isAfter(last))
                .toList();
    }

    Instant asOf() {
        return asOf;
    }

    LocalDate today() {
        return today;
    }

    Population population() {
        return population;
    }
}
