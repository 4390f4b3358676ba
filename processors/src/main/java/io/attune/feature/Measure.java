package io.attune.feature;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that is counted of each person, day by day.
 *
 * @param events types of the events that count
 * @param sources sources of the events that count; empty for all
 * @param filter a further condition on the events that count
 * @param quantity what is added up of them
 * @param grouping what they are counted by
 * @param sessionGap when present, runs of events are counted: a longer pause, or midnight UTC, ends a run
 * @param durations whether the lengths of the runs are added up, in seconds
 */
public record Measure(
        String name,
        Set<String> events,
        Set<String> sources,
        Optional<EventFilter> filter,
        Quantity quantity,
        Grouping grouping,
        Optional<Duration> sessionGap,
        boolean durations) {
    public Measure {
        events = Set.copyOf(events);
        sources = Set.copyOf(sources);
    }

    /** Everything that decides what it counts, in one order. */
    String canonical() {
        return String.join(
                "|",
                name,
                new TreeSet<>(events).toString(),
                new TreeSet<>(sources).toString(),
                filter.map(EventFilter::text).orElse(""),
                quantity.toString(),
                grouping.toString(),
                sessionGap.toString(),
                Boolean.toString(durations));
    }

    /** Whether it counts an event. */
    boolean counts(Activity activity) {
        return events.contains(activity.type())
                && (sources.isEmpty() || sources.contains(activity.source()))
                && (filter.isEmpty() || filter.get().holds(activity))
                && quantity.of(activity).isPresent();
    }

    /** Whether it adds something up. */
    boolean amounts() {
        return durations || !(quantity instanceof Quantity.None);
    }

    /** Whether it counts by something. */
    boolean grouped() {
        return !(grouping instanceof Grouping.None);
    }

    /** Whether it counts by the hour of the week. */
    boolean byHour() {
        return grouping instanceof Grouping.HourOfWeek;
    }

    /** Whether it must see the properties of events. */
    boolean readsProperties() {
        return filter.isPresent() || quantity instanceof Quantity.Property || grouping instanceof Grouping.Property;
    }
}
