package io.attune.feature;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is counted of each person, day by day.
 *
 * @param events types of the events that count
 * @param sources sources of the events that count; empty for all
 * @param amounts whether the events' amounts are added up
 * @param sessionGap when present, runs of events are counted: a longer pause, or midnight UTC, ends a run
 */
public record Measure(
        String name, Set<String> events, Set<String> sources, boolean amounts, Optional<Duration> sessionGap) {
    public Measure {
        events = Set.copyOf(events);
        sources = Set.copyOf(sources);
    }

    boolean counts(Activity activity) {
        return events.contains(activity.type()) && (sources.isEmpty() || sources.contains(activity.source()));
    }
}
