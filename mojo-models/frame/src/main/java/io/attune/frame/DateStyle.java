package io.attune.frame;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** How a column writes its dates. A time with an offset is taken to UTC; one without is taken as it stands. */
public enum DateStyle {
    ISO("uuuu-MM-dd['T'][ ][HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS]][XXX][XX][X]"),
    YEAR_FIRST("uuuu/M/d[ H:mm[:ss]]"),
    COMPACT("uuuuMMdd"),
    DAY_FIRST("d/M/uuuu[ H:mm[:ss]]"),
    MONTH_FIRST("M/d/uuuu[ H:mm[:ss]]"),
    DOTTED("d.M.uuuu[ H:mm[:ss]]"),
    DASHED_DAY_FIRST("d-M-uuuu[ H:mm[:ss]]"),
    MONTH_NAMED("d-MMM-uuuu[ H:mm[:ss]]"),
    SPACED("d MMM uuuu[ H:mm[:ss]]");

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    private final DateTimeFormatter format;

    DateStyle(String pattern) {
        format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The moment that a cell says; empty when it says none of a plausible year. */
    public Optional<LocalDateTime> parse(String cell) {
        if (cell.length() < 8 || !Character.isDigit(cell.charAt(0))) {
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
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
