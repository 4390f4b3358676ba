package io.attune.sandbox.population.person;

import java.time.Duration;
import java.time.Instant;

/**
 * The stretch of history that is simulated: {@code days} days that end at {@code now}. Within the simulation a time
 * is a number of days since the start.
 */
public record Window(Instant now, int days) {
    private static final double MILLISECONDS_A_DAY = Duration.ofDays(1).toMillis();

    public Window {
        if (days < 1) {
            throw new IllegalArgumentException("A history needs at least one day, not " + days);
        }
    }

    public Instant start() {
        return now.minus(Duration.ofDays(days));
    }

    public Instant at(double day) {
        return start().plusMillis((long) (day * MILLISECONDS_A_DAY));
    }

    public double dayOf(Instant instant) {
        return Duration.between(start(), instant).toMillis() / MILLISECONDS_A_DAY;
    }

    public boolean isPast(Instant instant) {
        return !instant.isAfter(now);
    }
}
