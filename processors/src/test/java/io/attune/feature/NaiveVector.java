package io.attune.feature;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The features once more, written without aggregates and without a thought for speed: what the real code must equal. */
final class NaiveVector {

    private final FeatureDefinitions definitions;
    private final List<Activity> events;
    private final Instant asOf;

    NaiveVector(FeatureDefinitions definitions, List<Activity> events, Instant asOf) {
        this.definitions = definitions;
        this.events = events;
        this.asOf = asOf;
    }

    Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Feature feature : definitions.features()) {
            Measure measure = definitions.measure(feature.measure()).orElseThrow();
            List<Activity> counted = events.stream()
                    .filter(event -> event.occurredAt().isBefore(asOf))
                    .filter(event -> measure.events().contains(event.type()))
                    .filter(event -> feature.window().isEmpty()
                            || daysBefore(event) <= feature.window().getAsInt())
                    .sorted(Comparator.comparing(Activity::occurredAt))
                    .toList();
            value(feature, measure, counted, values);
        }
        return values;
    }

    private void value(Feature feature, Measure measure, List<Activity> counted, Map<String, Double> values) {
        double count = measure.sessionGap().isPresent() ? sessions(measure, counted) : counted.size();
        double sum = counted.stream()
                .map(event -> BigDecimal.valueOf(event.amount(), 4))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        boolean any = !counted.isEmpty();
        switch (feature.statistic()) {
            case COUNT -> values.put(feature.name(), count);
            case SUM -> values.put(feature.name(), sum);
            case MEAN -> {
                if (any) {
                    BigDecimal mean = BigDecimal.valueOf(
                                    counted.stream().mapToLong(Activity::amount).sum(), 4)
                            .divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
                    values.put(feature.name(), mean.doubleValue());
                }
            }
            case DAYS_SINCE_LAST -> {
                if (any) {
                    values.put(feature.name(), (double) daysBefore(counted.get(counted.size() - 1)));
                }
            }
            case DAYS_SINCE_FIRST -> {
                if (any) {
                    values.put(feature.name(), (double) daysBefore(counted.get(0)));
                }
            }
            case MEAN_INTERVAL -> {
                if (count >= 2) {
                    long between = daysBefore(counted.get(0)) - daysBefore(counted.get(counted.size() - 1));
                    values.put(feature.name(), between / (count - 1));
                }
            }
        }
    }

    private static double sessions(Measure measure, List<Activity> inOrder) {
        Duration gap = measure.sessionGap().orElseThrow();
        return (double) inOrder.stream()
                .filter(event -> inOrder.stream()
                        .noneMatch(earlier -> earlier.node() == event.node()
                                && inOrder.indexOf(earlier) < inOrder.indexOf(event)
                                && day(earlier).equals(day(event))
                                && Duration.between(earlier.occurredAt(), event.occurredAt())
                                                .compareTo(gap)
                                        <= 0))
                .count();
    }

    private long daysBefore(Activity event) {
        return LocalDate.ofInstant(asOf, ZoneOffset.UTC).toEpochDay()
                - day(event).toEpochDay();
    }

    private static LocalDate day(Activity event) {
        return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
    }
}
