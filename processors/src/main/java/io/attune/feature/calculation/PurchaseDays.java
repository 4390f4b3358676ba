package io.attune.feature.calculation;

import io.attune.lifetime.PurchaseHistory;
import io.attune.lifetime.SpendHistory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A person's purchases as BG/NBD and Gamma–Gamma see them: all of one UTC day are one purchase, time is in weeks, and the value
 * of a purchase is of those after the first.
 */
final class PurchaseDays {

    private static final double DAYS_OF_WEEK = 7;
    private static final double TEN_THOUSANDTHS = 10_000;

    private final TreeMap<LocalDate, Long> amounts = new TreeMap<>();
    private final LocalDate today;

    PurchaseDays(Collection<SpanTotal> days, LocalDate today) {
        this.today = today;
        days.forEach(day -> amounts.merge(day.firstDay(), day.amount(), Math::addExact));
    }

    /** Empty for somebody who never bought. */
    Optional<PurchaseHistory> history() {
        if (amounts.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = amounts.firstKey();
        return Optional.of(
                new PurchaseHistory(amounts.size() - 1, weeks(first, amounts.lastKey()), weeks(first, today)));
    }

    /** Empty for somebody who bought once, or for nothing. */
    Optional<SpendHistory> spend() {
        if (amounts.size() < 2) {
            return Optional.empty();
        }
        int repeats = amounts.size() - 1;
        long total =
                amounts.tailMap(amounts.firstKey(), false).values().stream().reduce(0L, Math::addExact);
        return total > 0 ? Optional.of(new SpendHistory(repeats, total / TEN_THOUSANDTHS / repeats)) : Optional.empty();
    }

    private static double weeks(LocalDate from, LocalDate until) {
        return ChronoUnit.DAYS.between(from, until) / DAYS_OF_WEEK;
    }
}
