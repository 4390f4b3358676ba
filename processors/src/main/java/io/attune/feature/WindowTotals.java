package io.attune.feature;

import java.time.Instant;
import java.time.LocalDate;

/** The sum of the day aggregates that fall into a window, whatever their order. */
final class WindowTotals {

    private long count;
    private long amount;
    private Instant firstAt = Instant.MAX;
    private Instant lastAt = Instant.MIN;

    static WindowTotals since(LocalDate firstDay, Iterable<DayAggregate> days) {
        WindowTotals totals = new WindowTotals();
        for (DayAggregate day : days) {
            if (!day.day().isBefore(firstDay)) {
                totals.add(day);
            }
        }
        return totals;
    }

    private void add(DayAggregate day) {
        count += day.count();
        amount = Math.addExact(amount, day.amount());
        firstAt = day.firstAt().isBefore(firstAt) ? day.firstAt() : firstAt;
        lastAt = day.lastAt().isAfter(lastAt) ? day.lastAt() : lastAt;
    }

    long count() {
        return count;
    }

    /** In ten-thousandths. */
    long amount() {
        return amount;
    }

    Instant firstAt() {
        return firstAt;
    }

    Instant lastAt() {
        return lastAt;
    }
}
