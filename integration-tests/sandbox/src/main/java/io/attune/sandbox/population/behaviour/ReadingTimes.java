package io.attune.sandbox.population.behaviour;

import io.attune.sandbox.population.dice.Dice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When people read what they were sent. */
public final class ReadingTimes {
    private static final int LAST_MINUTE = 24 * 60 - 1;

    private ReadingTimes() {}

    /** The next time after {@code delivered} that it is about {@code hour} where the reader lives. */
    public static Instant after(Instant delivered, ZoneId zone, double hour, Dice dice) {
        int minute = (int) Math.max(0, Math.min(LAST_MINUTE, 60 * (hour + dice.between(-1.5, 1.5))));
        LocalTime time = LocalTime.of(minute / 60, minute % 60, dice.below(60));
        LocalDate day = delivered.atZone(zone).toLocalDate();
        Instant sameDay = day.atTime(time).atZone(zone).toInstant();
        return sameDay.isAfter(delivered)
                ? sameDay
                : day.plusDays(1).atTime(time).atZone(zone).toInstant();
    }
}
