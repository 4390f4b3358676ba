package io.attune.feature.calculation;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The sum of the spans that fall into a window, whatever their order. */
final class WindowTotals {

    private final Map<String, Long> countByKey = new TreeMap<>();
    private long count;
    private long amount;
    private long largest = Long.MIN_VALUE;
    private LocalDate firstDay = LocalDate.MAX;
    private LocalDate lastDay = LocalDate.MIN;

    static WindowTotals of(Iterable<SpanTotal> spans) {
        WindowTotals totals = new WindowTotals();
        spans.forEach(totals::add);
        return totals;
    }

    private void add(SpanTotal span) {
        count += span.count();
        amount = Math.addExact(amount, span.amount());
        largest = Math.max(largest, span.largest());
        firstDay = span.firstDay().isBefore(firstDay) ? span.firstDay() : firstDay;
        lastDay = span.lastDay().isAfter(lastDay) ? span.lastDay() : lastDay;
        if (!span.key().isEmpty()) {
            countByKey.merge(span.key(), span.count(), Long::sum);
        }
    }

    long count() {
        return count;
    }

    /** By what the measure counts by, in the order of the keys. */
    Map<String, Long> countByKey() {
        return countByKey;
    }

    /** In ten-thousandths. */
    long amount() {
        return amount;
    }

    /** In ten-thousandths. */
    long largest() {
        return largest;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }
}
