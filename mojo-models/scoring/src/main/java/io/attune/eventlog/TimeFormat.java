package io.attune.eventlog;

import io.attune.frame.TimeOfDay;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A way of writing times, read as seconds since 1970. What has no zone is taken as UTC. Immutable.
 *
 * @param name how a report calls it
 * @param reader the seconds of a text, or empty when it is not written so
 */
record TimeFormat(String name, Function<String, OptionalLong> reader) {
    private static final String TWELVE_HOURS = "[' 'h:mm:ss a][' 'h:mm:ssa][' 'h:mm a][' 'h:mma]";
    private static final String ZONE = "[[' ']XXX][[' ']XX][[' ']X][' 'z]";

    private static final int FIRST = 50;
    // A year of two digits is one of 1970 to 2069.
    private static final int NOT_BEFORE = 2070;

    /** Every format that is known; where two fit, the earlier is preferred. */
    static final List<TimeFormat> KNOWN = known();

    /** The seconds of a text, or empty when it is not written so. */
    OptionalLong seconds(String text) {
        return reader.apply(text);
    }

    /**
     * The format that reads most of some texts, if any reads one. Where the day and the month could be either, logs that are in
     * order tell which is which.
     *
     * @param texts in the order of the log
     */
    static Optional<TimeFormat> of(Collection<String> texts) {
        List<TimeFormat> possible = KNOWN.stream()
                .filter(format -> texts.stream()
                        .limit(FIRST)
                        .anyMatch(text -> format.seconds(text).isPresent()))
                .toList();
        TimeFormat best = null;
        Order bestOrder = null;
        for (TimeFormat format : possible) {
            Order order = Order.of(format, texts);
            if (best == null ? order.read() > 0 : order.isClearlyBetterThan(bestOrder)) {
                best = format;
                bestOrder = order;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * How a format reads some texts.
     *
     * @param read how many of them
     * @param backwards how many are earlier than the one before
     */
    private record Order(long read, long backwards) {
        static Order of(TimeFormat format, Collection<String> texts) {
            long read = 0;
            long backwards = 0;
            long before = Long.MIN_VALUE;
            for (String text : texts) {
                OptionalLong second = format.seconds(text);
                if (second.isPresent()) {
                    read++;
                    backwards += second.getAsLong() < before ? 1 : 0;
                    before = second.getAsLong();
                }
            }
            return new Order(read, backwards);
        }

        boolean isClearlyBetterThan(Order other) {
            return read > other.read || (read == other.read && 2 * backwards < other.backwards);
        }
    }

    private static List<TimeFormat> known() {
        List<TimeFormat> formats = new ArrayList<>();
        for (String pattern : List.of("uuuuMMdd", "uuuuMMddHHmm", "uuuuMMddHHmmss")) {
            formats.add(dates(pattern, new DateTimeFormatterBuilder().appendPattern(pattern)));
        }
        for (String pattern : List.of(
                "uuuu-M-d",
                "uuuu/M/d",
                "uuuu.M.d",
                "d/M/uuuu",
                "M/d/uuuu",
                "d.M.uuuu",
                "d-M-uuuu",
                "M-d-uuuu",
                "d/M/uu",
                "M/d/uu",
                "d.M.uu",
                "d MMM uuuu",
                "d-MMM-uuuu",
                "d-MMM-uu",
                "MMM d, uuuu",
                "MMM d uuuu",
                "d MMMM uuuu",
                "MMMM d, uuuu",
                "EEE MMM d uuuu",
                "EEE, d MMM uuuu")) {
            formats.add(dates(
                    pattern,
                    new DateTimeFormatterBuilder()
                            .appendPattern(pattern + TWELVE_HOURS)
                            .append(TimeOfDay.optional())
                            .appendPattern(ZONE)));
        }
        formats.add(new TimeFormat("seconds since 1970", text -> epoch(text, 9, 11, 1)));
        formats.add(new TimeFormat("milliseconds since 1970", text -> epoch(text, 12, 14, 1_000)));
        formats.add(new TimeFormat("microseconds since 1970", text -> epoch(text, 15, 17, 1_000_000)));
        return List.copyOf(formats);
    }

    private static TimeFormat dates(String name, DateTimeFormatterBuilder written) {
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(written.toFormatter(Locale.ENGLISH))
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.SMART);
        return new TimeFormat(name.replace('u', 'y'), text -> parse(formatter, text));
    }

    private static OptionalLong parse(DateTimeFormatter formatter, String text) {
        try {
            TemporalAccessor parsed = formatter.parse(text);
            if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
                return OptionalLong.of(Instant.from(parsed).getEpochSecond());
            }
            LocalDate date = LocalDate.from(parsed);
            LocalTime clock = parsed.query(TemporalQueries.localTime());
            LocalDate inRange = date.getYear() >= NOT_BEFORE ? date.minusYears(100) : date;
            return OptionalLong.of(
                    inRange.atTime(clock == null ? LocalTime.MIDNIGHT : clock).toEpochSecond(ZoneOffset.UTC));
        } catch (DateTimeException notSo) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong epoch(String text, int shortest, int longest, long unit) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        if (whole.length() < shortest
                || whole.length() > longest
                || !whole.chars().allMatch(Character::isDigit)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.floorDiv(Long.parseLong(whole), unit));
    }
}
