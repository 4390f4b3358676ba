package io.attune.frame;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** How a column writes its dates. A time with an offset is taken to UTC; one without is taken as it stands. */
public enum DateStyle {
    ISO(iso()),
    YEAR_FIRST("uuuu/M/d", Clock.PATTERN),
    COMPACT("uuuuMMdd"),
    DAY_FIRST("d/M/uuuu", Clock.PATTERN),
    MONTH_FIRST("M/d/uuuu", Clock.PATTERN),
    DOTTED("d.M.uuuu", Clock.PATTERN),
    DASHED_DAY_FIRST("d-M-uuuu", Clock.PATTERN),
    MONTH_NAMED("d-MMM-uuuu", Clock.PATTERN),
    SPACED("d MMM uuuu", Clock.PATTERN),
    DASHED_MONTH_FIRST("M-d-uuuu", Clock.PATTERN),
    MONTH_NAMED_FIRST("MMM d, uuuu", Clock.PATTERN),
    MONTH_SPELLED_FIRST("MMMM d, uuuu", Clock.PATTERN),
    SPELLED("d MMMM uuuu", Clock.PATTERN),
    SHORT_DAY_FIRST(shortYear("d/M/")),
    SHORT_MONTH_FIRST(shortYear("M/d/")),
    SHORT_DOTTED(shortYear("d.M.")),
    SHORT_MONTH_NAMED(shortYear("d-MMM-")),
    EPOCH_SECONDS(1),
    EPOCH_MILLISECONDS(1_000);

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;
    private static final int SHORTEST = 6;
    /** What counts seconds since 1970 is of these years; other numbers of as many digits are of others. */
    private static final Instant FIRST_COUNTED = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LAST_COUNTED = Instant.parse("2040-01-01T00:00:00Z");

    private static final int MOST_DIGITS = 13;

    private final Optional<DateTimeFormatter> format;
    private final long countsASecond;

    DateStyle(String... patterns) {
        this(new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(String.join("", patterns))
                .toFormatter(Locale.ENGLISH));
    }

    DateStyle(DateTimeFormatter format) {
        this.format = Optional.of(format.withResolverStyle(ResolverStyle.STRICT));
        countsASecond = 0;
    }

    DateStyle(long countsASecond) {
        format = Optional.empty();
        this.countsASecond = countsASecond;
    }

    /** Whether it writes nothing but digits, as numbers do. */
    boolean writesDigitsOnly() {
        return this == COMPACT || format.isEmpty();
    }

    /** The moment that a cell says; empty when it says none of a plausible year. */
    public Optional<LocalDateTime> parse(String cell) {
        return cell.length() < SHORTEST
                ? Optional.empty()
                : format.map(pattern -> written(cell, pattern)).orElseGet(() -> counted(cell));
    }

    private static Optional<LocalDateTime> written(String cell, DateTimeFormatter format) {
        if (!Character.isLetterOrDigit(cell.charAt(0))) {
            return Optional.empty();
        }
        try {
            TemporalAccessor parsed =
                    format.parseBest(cell, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            LocalDateTime moment = parsed instanceof OffsetDateTime offset
                    ? offset.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                    : parsed instanceof LocalDateTime local ? local : ((LocalDate) parsed).atStartOfDay();
            boolean plausible = moment.getYear() >= EARLIEST && moment.getYear() <= LATEST;
            return plausible ? Optional.of(moment) : Optional.empty();
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private Optional<LocalDateTime> counted(String cell) {
        // A table with gaps is often written with all its whole numbers as decimal ones.
        String digits = cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
        if (digits.length() > MOST_DIGITS || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        Instant moment = Instant.ofEpochMilli(Long.parseLong(digits) * (1_000 / countsASecond));
        boolean plausible = !moment.isBefore(FIRST_COUNTED) && moment.isBefore(LAST_COUNTED);
        return plausible ? Optional.of(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)) : Optional.empty();
    }

    private static DateTimeFormatter iso() {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("uuuu-M-d")
                .append(TimeOfDay.optional())
                .appendPattern("[' '][XXX][XX][X]")
                .toFormatter(Locale.ENGLISH);
    }

    /** A year of two digits is one of 1950 to 2049. */
    private static DateTimeFormatter shortYear(String dayAndMonth) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(dayAndMonth)
                .appendValueReduced(ChronoField.YEAR, 2, 2, 1950)
                .appendPattern(Clock.PATTERN)
                .toFormatter(Locale.ENGLISH);
    }

    /** A time of day after a date. */
    private static final class Clock {
        static final String PATTERN = "[ h:mm:ss a][ h:mm a][ H:mm[:ss]]";
    }
}
