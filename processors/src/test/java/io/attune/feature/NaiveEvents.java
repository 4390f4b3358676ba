package io.attune.feature;

import io.attune.feature.calculation.HourCount;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What had happened before a moment, and how it is counted without aggregates. */
class NaiveEvents {
    final FeatureDefinitions definitions;
    final Instant asOf;
    private final List<Activity> events;

    NaiveEvents(FeatureDefinitions definitions, List<Activity> events, Instant asOf) {
        this.definitions = definitions;
        this.events = events.stream()
                .filter(event -> event.occurredAt().isBefore(asOf))
                .sorted(Comparator.comparing(Activity::occurredAt))
                .toList();
        this.asOf = asOf;
    }

    static BigDecimal amount(Measure measure, List<Activity> run) {
        if (measure.durations()) {
            long millis = Duration.between(
                            run.get(0).occurredAt(), run.get(run.size() - 1).occurredAt())
                    .toMillis();
            return BigDecimal.valueOf(millis, 3);
        }
        return BigDecimal.valueOf(measure.quantity().of(run.get(0)).getAsLong(), 4);
    }

    static List<List<Activity>> sessions(Measure measure, List<Activity> inOrder) {
        Duration gap = measure.sessionGap().orElseThrow();
        List<List<Activity>> sessions = new ArrayList<>();
        for (Activity event : inOrder) {
            sessions.stream()
                    .filter(session -> {
                        Activity last = session.get(session.size() - 1);
                        return last.node() == event.node()
                                && day(last).equals(day(event))
                                && Duration.between(last.occurredAt(), event.occurredAt())
                                                .compareTo(gap)
                                        <= 0;
                    })
                    .findAny()
                    .ifPresentOrElse(
                            session -> session.add(event), () -> sessions.add(new ArrayList<>(List.of(event))));
        }
        return sessions;
    }

    Map<String, Integer> categories(String measure, OptionalInt window) {
        Map<String, Integer> counts = new TreeMap<>();
        Measure counting = definitions.measure(measure).orElseThrow();
        counted(measure, 0, days(window))
                .forEach(event -> counting.grouping().keys(event).forEach(key -> counts.merge(key, 1, Integer::sum)));
        return counts;
    }

    static String top(Map<String, Integer> counts) {
        return counts.keySet().stream()
                .max(Comparator.comparing((String key) -> counts.get(key)).thenComparing(Comparator.reverseOrder()))
                .orElse(null);
    }

    static int cell(HourCount hours, Activity event) {
        OffsetDateTime local = event.occurredAt().atOffset(ZoneOffset.ofTotalSeconds(event.utcOffsetMinutes() * 60));
        int day = local.getDayOfWeek().compareTo(DayOfWeek.MONDAY);
        return switch (hours.hours()) {
            case HOUR_OF_DAY -> local.getHour();
            case DAY_OF_WEEK -> day;
            case HOUR_OF_WEEK -> day * 24 + local.getHour();
        };
    }

    List<Activity> counted(String measure, int youngest, int oldest) {
        return events.stream()
                .filter(definitions.measure(measure).orElseThrow()::counts)
                .filter(event -> daysBefore(event) >= youngest && daysBefore(event) <= oldest)
                .toList();
    }

    int count(String measure, int youngest, int oldest) {
        Measure counting = definitions.measure(measure).orElseThrow();
        List<Activity> counted = counted(measure, youngest, oldest);
        return counting.sessionGap().isPresent() ? sessions(counting, counted).size() : counted.size();
    }

    static int days(OptionalInt window) {
        return window.orElse(Integer.MAX_VALUE);
    }

    long daysBefore(Activity event) {
        return LocalDate.ofInstant(asOf, ZoneOffset.UTC).toEpochDay()
                - day(event).toEpochDay();
    }

    static LocalDate day(Activity event) {
        return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
    }
}
