package io.attune.sendtime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * An hour of the week on somebody's own clock.
 *
 * @param index 0 for the hour that begins on Monday at midnight, up to 167
 */
public record WeekHour(int index) {
    static final int COUNT = 168;
    static final int DAY = 24;

    public WeekHour {
        if (index < 0 || index >= COUNT) {
            throw new IllegalArgumentException("An hour of the week lies between 0 and 167, not at " + index);
        }
    }

    /** The hour in which a moment lies. */
    public static WeekHour of(Instant moment, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return new WeekHour((local.getDayOfWeek().getValue() - 1) * DAY + local.getHour());
    }

    /** So many hours later. */
    WeekHour plus(int hours) {
        return new WeekHour(Math.floorMod(index + hours, COUNT));
    }

    public DayOfWeek day() {
        return DayOfWeek.of(index / DAY + 1);
    }

    /** From 0 to 23. */
    public int hour() {
        return index % DAY;
    }
}
