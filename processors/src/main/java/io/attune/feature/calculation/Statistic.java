package io.attune.feature.calculation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a feature says of the days in its window. Days are counted between UTC dates, so that a value moves at midnight only. */
public enum Statistic {
    COUNT {
        @Override
        OptionalDouble of(WindowTotals totals, LocalDate today) {
            return OptionalDouble.of((double) totals.count());
        }
    },
    SUM {
        @Override
        OptionalDouble of(WindowTotals totals, LocalDate today) {
            return OptionalDouble.of(totals.amount() / TEN_THOUSANDTHS);
        }
    },
    MEAN {
        @Override
        OptionalDouble of(WindowTotals totals, LocalDate today) {
            return totals.count() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(totals.amount() / (TEN_THOUSANDTHS * totals.count()));
        }
    },
    MAX {
        @Override
        OptionalDouble of(WindowTotals totals, LocalDate today) {
            return totals.count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(totals.largest() / TEN_THOUSANDTHS);
        }
    },
    DISTINCT {
        @Override
        OptionalDouble of(WindowTotals totals, LocalDate today) {
            return OptionalDouble.of((double) totals.countByKey().size());
        }
    },
    DAYS_SINCE_LAST {
        @Override
        OptionalDouble of(WindowTotals totals, LocalDate today) {
            return totals.count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(days(totals.lastDay(), today));
        }
    },
    DAYS_SINCE_FIRST {
        @Override
        OptionalDouble of(WindowTotals totals, LocalDate today) {
            return totals.count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(days(totals.firstDay(), today));
        }
    },
    MEAN_INTERVAL {
        @Override
        OptionalDouble of(WindowTotals totals, LocalDate today) {
            return totals.count() < 2
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(days(totals.firstDay(), totals.lastDay()) / (totals.count() - 1));
        }
    };

    private static final double TEN_THOUSANDTHS = 10_000.0;

    /** The value, or nothing where there is nothing to say, such as the days since an order that never was. */
    abstract OptionalDouble of(WindowTotals totals, LocalDate today);

    public static Statistic named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The UTC day of a moment. */
    public static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static double days(LocalDate from, LocalDate to) {
        return (double) ChronoUnit.DAYS.between(from, to);
    }
}
