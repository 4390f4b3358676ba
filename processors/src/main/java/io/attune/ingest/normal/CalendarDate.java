package io.attune.ingest.normal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as ISO 8601 writes it, from the ways in which sources do. Two digits are no year: nobody knows the century. */
public final class CalendarDate {
    private static final int MAXIMUM_LENGTH = 40;
    private static final Pattern TIME_BEHIND = Pattern.compile("(?<=\\d)[T ]\\d{1,2}:\\d{2}.*$");
    private static final Pattern THREE_NUMBERS = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[./-]?(\\d{1,2})[./-]?(\\d{1,2})");
    private static final Pattern ORDINALS_AND_POINTS = Pattern.compile("(?<=\\d)(st|nd|rd|th)\\b|[.,]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final List<DateTimeFormatter> NAMED =
            List.of(named("d MMMM uuuu"), named("d MMM uuuu"), named("MMMM d uuuu"), named("MMM d uuuu"));

    private CalendarDate() {}

    /**
     * The day; absent when the text is none, or when it cannot be told which number is the month.
     *
     * @param order {@code dmy} or {@code mdy} for dates such as 03/04/1990; empty when the source does not say
     */
    public static Optional<String> normalize(String text, String order) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        String date = TIME_BEHIND.matcher(text.strip()).replaceFirst("");
        if (date.length() > MAXIMUM_LENGTH) {
            return Optional.empty();
        }
        Matcher yearFirst = YEAR_FIRST.matcher(date);
        if (yearFirst.matches()) {
            return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        Matcher numbers = THREE_NUMBERS.matcher(date);
        if (numbers.matches()) {
            return yearLast(numbers, order);
        }
        String plain = ORDINALS_AND_POINTS.matcher(date).replaceAll(" ");
        return named(date, SPACES.matcher(plain).replaceAll(" "));
    }

    private static Optional<String> yearLast(Matcher numbers, String order) {
        String first = numbers.group(1);
        String second = numbers.group(3);
        String year = numbers.group(4);
        // Whoever writes dots writes the day first; 25/12 and 12/25 say themselves.
        if (numbers.group(2).equals(".")
                || Integer.parseInt(first) > 12
                || order.equals("dmy")
                || first.equals(second)) {
            return day(year, second, first);
        }
        if (Integer.parseInt(second) > 12 || order.equals("mdy")) {
            return day(year, first, second);
        }
        return Optional.empty();
    }

    private static Optional<String> named(String original, String date) {
        if (original.chars().noneMatch(Character::isLetter)) {
            return Optional.empty();
        }
        return NAMED.stream()
                .flatMap(format -> parsed(date.strip(), format).stream())
                .findFirst();
    }

    private static Optional<String> parsed(String date, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(date, format).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter named(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
