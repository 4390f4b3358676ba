package io.attune.identity.matching.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final Pattern MONTH_NAMED = Pattern.compile("(\\d{1,2})[-/. ]+(\\p{L}{3,})[-/., ]+(\\d{4}|\\d{2})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\p{L}{3,})[-/. ]+(\\d{1,2})[-/., ]+(\\d{4}|\\d{2})");
    private static final Pattern COMPACT = Pattern.compile("\\d{7,8}");

    /** How the months' names start in English, German, French, Spanish, Italian, Dutch and Portuguese, in plain letters. */
    private static final List<Pattern> MONTHS = List.of(
            Pattern.compile("(jan|ene|gen).*"),
            Pattern.compile("(feb|fev).*"),
            Pattern.compile("(mar|mrt|maa|mae).*"),
            Pattern.compile("(apr|avr|abr).*"),
            Pattern.compile("(may|mai|mei|mag).*"),
            Pattern.compile("(jun|juin|giu).*"),
            Pattern.compile("(jul|juil|lug).*"),
            Pattern.compile("(aug|aou|ago).*"),
            Pattern.compile("(sep|set).*"),
            Pattern.compile("(oct|okt|ott|out).*"),
            Pattern.compile("nov.*"),
            Pattern.compile("(dec|dez|dic).*"));

    private enum Order {
        YEAR_FIRST,
        DAY_FIRST,
        MONTH_FIRST
    }

    private final boolean monthFirst;
    private final Order compact;

    private BirthDates(boolean monthFirst, Order compact) {
        this.monthFirst = monthFirst;
        this.compact = compact;
    }

    /**
     * A reader for one column: whether {@code 03/04} means March or April is told by the dates that can mean one only, and so is
     * where the year of {@code 04031980} stands.
     */
    public static BirthDates readingLike(Collection<String> samples) {
        int dayFirst = 0;
        int monthFirst = 0;
        Map<Order, Integer> compact = new EnumMap<>(Order.class);
        for (String sample : samples) {
            String date = sample.strip();
            Matcher parts = YEAR_LAST.matcher(date);
            if (parts.matches()) {
                dayFirst += Integer.parseInt(parts.group(1)) > 12 ? 1 : 0;
                monthFirst += Integer.parseInt(parts.group(2)) > 12 ? 1 : 0;
            } else if (COMPACT.matcher(date).matches()) {
                for (Order order : Order.values()) {
                    compact.merge(order, isDate(compact(date, order)) ? 1 : 0, Integer::sum);
                }
            }
        }
        return new BirthDates(monthFirst > dayFirst, likeliest(compact));
    }

    private static Order likeliest(Map<Order, Integer> dates) {
        Order likeliest = Order.YEAR_FIRST;
        for (Order order : Order.values()) {
            likeliest = dates.getOrDefault(order, 0) > dates.getOrDefault(likeliest, 0) ? order : likeliest;
        }
        return likeliest;
    }

    /** The digits; empty where there are too few to tell anything. */
    public String normalized(String text) {
        String date = text.strip();
        if (COMPACT.matcher(date).matches()) {
            return compact(date, compact);
        }
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
        parts = MONTH_NAMED.matcher(date);
        if (parts.matches()) {
            return digits(parts.group(3), month(parts.group(2)), parts.group(1));
        }
        parts = MONTH_FIRST.matcher(date);
        if (parts.matches()) {
            return digits(parts.group(3), month(parts.group(1)), parts.group(2));
        }
        String rest = date.replaceAll("\\D", "");
        return rest.length() < 4 ? "" : rest.substring(0, Math.min(8, rest.length()));
    }

    /** Seven or eight digits with the year first; seven lack the zero of a day or month that stands first. */
    private static String compact(String date, Order order) {
        if (order == Order.YEAR_FIRST) {
            return date;
        }
        String full = date.length() == 7 ? "0" + date : date;
        String first = full.substring(0, 2);
        String second = full.substring(2, 4);
        return full.substring(4) + (order == Order.DAY_FIRST ? second + first : first + second);
    }

    private static boolean isDate(String digits) {
        return (digits.startsWith("18") || digits.startsWith("19") || digits.startsWith("20"))
                && day(digits).isPresent();
    }

    private static String digits(String year, String month, String day) {
        String century = year.length() == 4 ? "" : Integer.parseInt(year) <= 30 ? "20" : "19";
        return century + year + twoDigits(month) + twoDigits(day);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static String month(String name) {
        String plain = PlainLetters.of(name.toLowerCase(Locale.ROOT));
        for (int month = 0; month < MONTHS.size(); month++) {
            if (MONTHS.get(month).matcher(plain).matches()) {
                return twoDigits(String.valueOf(month + 1));
            }
        }
        return "00";
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
