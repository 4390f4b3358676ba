package io.attune.feature.calculation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Cells of a histogram over the local time of events. Measures count by the hour of the week, from 0 (Monday, 00:00 to 01:00)
 * to 167; the coarser ones are summed from it.
 */
public enum Hours {
    HOUR_OF_DAY(24, "%02d") {
        @Override
        int cell(int hourOfWeek) {
            return hourOfWeek % 24;
        }
    },
    DAY_OF_WEEK(7, "%d") {
        @Override
        int cell(int hourOfWeek) {
            return hourOfWeek / 24;
        }
    },
    HOUR_OF_WEEK(168, "%03d") {
        @Override
        int cell(int hourOfWeek) {
            return hourOfWeek;
        }
    };

    private final int cells;
    private final String format;

    Hours(int cells, String format) {
        this.cells = cells;
        this.format = format;
    }

    abstract int cell(int hourOfWeek);

    public static Hours named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The key of an event: the hour of the week at its own offset from UTC. */
    public static String key(Instant occurredAt, int utcOffsetMinutes) {
        LocalDateTime local =
                LocalDateTime.ofInstant(occurredAt, ZoneOffset.UTC).plusMinutes(utcOffsetMinutes);
        return String.format(
                Locale.ROOT, HOUR_OF_WEEK.format, (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour());
    }

    /** How the feature of a cell is called: the histogram's name and the number of the cell. */
    public String name(String histogram, int cell) {
        return histogram + "_" + String.format(Locale.ROOT, format, cell);
    }

    /** All cells, in order. */
    public List<Integer> cells() {
        return IntStream.range(0, cells).boxed().toList();
    }
}
