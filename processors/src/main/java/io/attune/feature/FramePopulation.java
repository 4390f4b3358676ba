package io.attune.feature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who is in a frame at a moment: people of whom a measure counts at least so many before it.
 *
 * @param withinDays only events of so many days before the moment count; all when empty
 * @param since only events after the last one of this measure count, such as what was laid into the cart since the last order
 */
public record FramePopulation(Measure measure, long atLeast, OptionalInt withinDays, Optional<Measure> since) {

    /** @param known what was known of the person at the moment */
    boolean contains(List<Activity> known, Instant moment) {
        Instant from = withinDays.isPresent() ? moment.minus(Duration.ofDays(withinDays.getAsInt())) : Instant.MIN;
        Instant last = since.stream()
                .flatMap(other -> known.stream().filter(other::counts))
                .map(Activity::occurredAt)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return known.stream()
                        .filter(measure::counts)
                        .map(Activity::occurredAt)
                        .filter(at -> !at.isBefore(from) && at.isAfter(last))
                        .count()
                >= atLeast;
    }
}
