package io.attune.feature.calculation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Recent activity in one number: the sum over the measures and the days of the window of weight · count · 2^(-age / half-life),
 * where age is in whole UTC days. 0 when nothing happened.
 *
 * @param weights what one count of a measure is worth today
 * @param halfLife in days
 */
public record Engagement(Map<String, Double> weights, int halfLife, int window) implements Calculation {

    public Engagement {
        weights = Map.copyOf(weights);
    }

    @Override
    public Optional<Object> of(Evidence evidence) {
        double sum = 0;
        for (Map.Entry<String, Double> weight : new TreeMap<>(weights).entrySet()) {
            // Whole counts a day first, then the days in their order: the sum is the same whatever the nodes.
            Map<LocalDate, Long> days = new TreeMap<>();
            for (SpanTotal span : evidence.within(weight.getKey(), OptionalInt.of(window))) {
                days.merge(span.firstDay(), span.count(), Long::sum);
            }
            for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
                long age = ChronoUnit.DAYS.between(day.getKey(), evidence.today());
                sum += weight.getValue() * day.getValue() * Math.pow(2, -(double) age / halfLife);
            }
        }
        return Optional.of(sum);
    }

    @Override
    public List<Reading> readings() {
        return weights.keySet().stream()
                .sorted()
                .map(measure -> Reading.separate(measure, window))
                .toList();
    }
}
