package io.attune.identity.matching.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Birth dates as eight digits, {@code yyyymmdd}, out of the ways people write them. Digits that are no date stay as they are,
 * since a mistyped date still resembles the right one. Immutable.
 */
public final class BirthDates {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})(?:[T ].*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/. ]+(\\d{1,2})[-/. ]+(\\d{4}|\\d{2})(?:[T ].*)?");
    private static final Pattern MONTH_NAMED =
            Pattern.compile("(\\d{1,2})[-/. ]+(\\p{L}{3})\\p{L}*[-/., ]+(\\d{4}|\\d{2})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}{3})\\p{L}*[-/. ]+(\\d{1,2})[-/., ]+(\\d{4}|\\d{2})");
    private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec ";

    private final boolean monthFirst;

    private BirthDates(boolean monthFirst) {
        this.monthFirst = monthFirst;
    }

    /** A reader for one column: whether {@code 03/04} means March or April is told by the dates that can mean one only. */
    public static BirthDates readingLike(Collection<String> samples) {
        int dayFirst = 0;
        int monthFirst = 0;
        for (String sample : samples) {
            Matcher parts = YEAR_LAST.matcher(sample.strip());
            if (parts.matches()) {
                dayFirst += Integer.parseInt(parts.group(1)) > 12 ? 1 : 0;
                monthFirst += Integer.parseInt(parts.group(2)) > 12 ? 1 : 0;
            }
        }
        return new BirthDates(monthFirst > dayFirst);
    }

    /** The digits; empty where there are too few to tell anything. */
    public String normalized(String text) {
        String date = text.strip();
        Matcher parts = YEAR_FIRST.matcher(date);
        if (parts.matches()) {
            return digits(parts.group(1), parts.group(2), parts.group(3));
        }
        parts = YEAR_LAST.matcher(date);
        if (parts.matches()) {
            return monthFirst
                    ? digits(parts.group(3), parts.group(1), parts.group(2))
                    : digits(parts.group(3), parts.group(2), parts.group(1));
        }
        parts = MONTH_NAMED.matcher(date.toLowerCase(Locale.ROOT));
        if (parts.matches()) {
            return digits(parts.group(3), month(parts.group(2)), parts.group(1));
        }
        parts = MONTH_FIRST.matcher(date.toLowerCase(Locale.ROOT));
        if (parts.matches()) {
            return digits(parts.group(3), month(parts.group(1)), parts.group(2));
        }
        String rest = date.replaceAll("\\D", "");
        return rest.length() < 4 ? "" : rest.substring(0, Math.min(8, rest.length()));
    }

    private static String digits(String year, String month, String day) {
        String century = year.length() == 4 ? "" : Integer.parseInt(year) <= 30 ? "20" : "19";
        return century + year + twoDigits(month) + twoDigits(day);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static String month(String name) {
        int place = MONTHS.indexOf(name + " ");
        return place < 0 ? "00" : twoDigits(String.valueOf(place / 4 + 1));
    }

    /** Days since 1970-01-01 of eight digits that are a date. */
    public static OptionalLong day(String digits) {
        if (digits.length() != 8) {
            return OptionalLong.empty();
        }
        int number = Integer.parseInt(digits);
        try {
            return OptionalLong.of(LocalDate.of(number / 10_000, number / 100 % 100, number % 100)
                    .toEpochDay());
        } catch (DateTimeException noDate) {
            return OptionalLong.empty();
        }
    }
}
