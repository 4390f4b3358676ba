package io.attune.feature;

import java.time.LocalDate;

/** The sum of the spans that fall into a window, whatever their order. */
final class WindowTotals {

    private long count;
    private long amount;
    private LocalDate firstDay = LocalDate.MAX;
    private LocalDate lastDay = LocalDate.MIN;

    static WindowTotals since(LocalDate start, Iterable<SpanTotal> spans) {
        WindowTotals totals = new WindowTotals();
        for (SpanTotal span : spans) {
            if (!span.firstDay().isBefore(start)) {
                totals.add(span);
            }
        }
        return totals;
    }

    private void add(SpanTotal span) {
        count += span.count();
        amount = Math.addExact(amount, span.amount());
        firstDay = span.firstDay().isBefore(firstDay) ? span.firstDay() : firstDay;
        lastDay = span.lastDay().isAfter(lastDay) ? span.lastDay() : lastDay;
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
