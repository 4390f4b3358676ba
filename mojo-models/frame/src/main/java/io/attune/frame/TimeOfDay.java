package io.attune.frame;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** The time of day as it stands behind a date. */
public final class TimeOfDay {
    private static final int MOST_DIGITS = 9;

    private TimeOfDay() {}

    /**
     * Reads, or leaves out, {@code T} or a blank, hours of 0 to 23, minutes, seconds and up to nine digits of a second: databases
     * leave out zeros at the end, so that a column has fractions of several lengths.
     */
    public static DateTimeFormatter optional() {
        return new DateTimeFormatterBuilder()
                .appendPattern("[[' ']['T']H:mm[:ss")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, MOST_DIGITS, true)
                .toFormatter(Locale.ROOT);
    }
}
