package io.attune.eventlog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * The moment at which one looks at a log: what occurred before its end is known, the rest is the future. A plain date means
 * the end of that day, so the day itself is known.
 *
 * @param end the first instant that is not known, in seconds since 1970 (UTC)
 * @param day the last day that is known in part at least, in days since 1970 (UTC)
 */
public record Moment(long end, int day) {
    private static final long DAY = 86_400;

    /** The end of a day, in days since 1970. */
    public static Moment endOf(long day) {
        return new Moment((day + 1) * DAY, Math.toIntExact(day));
    }

    /**
     * Reads {@code 2011-06-11} or {@code 2011-06-11T12:00:00Z}.
     *
     * @throws EventLogException for anything else
     */
    public static Moment parse(String text) {
        try {
            if (text.length() <= 10) {
                return endOf(LocalDate.parse(text).toEpochDay());
            }
            long end = Instant.parse(text).getEpochSecond();
            return new Moment(end, Math.toIntExact(Math.floorDiv(end - 1, DAY)));
        } catch (DateTimeParseException e) {
            throw new EventLogException(
                    "The moment " + text
                            + " is neither a date (2011-06-11, whose whole day is known then) nor an instant"
                            + " (2011-06-11T12:00:00Z)",
                    e);
        }
    }

    /** So many days later; earlier when negative. */
    public Moment plusDays(int days) {
        return new Moment(end + days * DAY, day + days);
    }

    @Override
    public String toString() {
        return end == (day + 1) * DAY
                ? LocalDate.ofEpochDay(day).toString()
                : Instant.ofEpochSecond(end)
                        .atOffset(ZoneOffset.UTC)
                        .toInstant()
                        .toString();
    }
}
