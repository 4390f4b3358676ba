package io.attune.ingest.normal;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Reads a moment in UTC that is written in the commonest way, {@code 2026-11-26T18:16:06Z} with up to nine decimals, in a small part of
 * the time that a formatter needs; what is rare (the last days of months, leap seconds, 24 o'clock) is left to one.
 */
public final class UtcTime {
    private static final int SECONDS_END = "2026-11-26T18:16:06".length();
    private static final int MOST_DECIMALS = 9;
    /** Every month has as many days. */
    private static final int DAYS_OF_EVERY_MONTH = 28;

    private UtcTime() {}

    /** Empty where it is written in another way, or may be none. */
    public static Optional<LocalDateTime> read(String text) {
        int end = text.length() - 1;
        if (end < SECONDS_END
                || text.charAt(end) != 'Z'
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return Optional.empty();
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        int nanos = nanos(text, end);
        boolean known = within(year, 0, 9_999)
                && within(month, 1, 12)
                && within(day, 1, DAYS_OF_EVERY_MONTH)
                && within(hour, 0, 23)
                && within(minute, 0, 59)
                && within(second, 0, 59)
                && nanos >= 0;
        return known ? Optional.of(LocalDateTime.of(year, month, day, hour, minute, second, nanos)) : Optional.empty();
    }

    private static int nanos(String text, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        int decimals = end - SECONDS_END - 1;
        if (text.charAt(SECONDS_END) != '.' || !within(decimals, 1, MOST_DECIMALS)) {
            return -1;
        }
        int nanos = number(text, SECONDS_END + 1, end);
        for (int missing = decimals; missing < MOST_DECIMALS && nanos > 0; missing++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Negative where anything else than digits stands. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (!within(digit, 0, 9)) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean within(int number, int lowest, int highest) {
        return number >= lowest && number <= highest;
    }
}
