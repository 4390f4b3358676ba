package io.attune.feature;

import java.time.LocalDate;

/** The sum of the days that fall into a window, whatever their order. */
final class WindowTotals {

    private long count;
    private long amount;
    private LocalDate firstDay = LocalDate.MAX;
    private LocalDate lastDay = LocalDate.MIN;

    static WindowTotals since(LocalDate start, Iterable<DayTotal> days) {
        WindowTotals totals = new WindowTotals();
        for (DayTotal day : days) {
            if (!day.day().isBefore(start)) {
                totals.add(day);
            }
        }
        return totals;
    }

    private void add(DayTotal day) {
        count += day.count();
        amount = Math.addExact(amount, day.amount());
        firstDay = day.day().isBefore(firstDay) ? day.day() : firstDay;
        lastDay = day.day().isAfter(lastDay) ? day.day() : lastDay;
    }

    long count() {
        return count;
    }

    /** In ten-thousandths. */
    long amount() {
        return amount;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }
}
