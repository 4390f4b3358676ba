package io.attune.feature.calculation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How many carts of a window were left. A cart is all that a person added within one UTC day, on whatever device; it is left when
 * {@code within} has passed since its last addition, before the moment, and no order followed that addition in this time.
 *
 * @param within at least a day, so that the first and the last order of each day tell
 */
public record Abandonments(String added, String ordered, Duration within, int window) implements Calculation {

    public Abandonments {
        if (within.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("A cart is left after a day at the earliest, not after " + within);
        }
    }

    @Override
    public Optional<Object> of(Evidence evidence) {
        TreeMap<LocalDate, SpanTotal.Times> carts = days(evidence.within(added, OptionalInt.of(window)));
        TreeMap<LocalDate, SpanTotal.Times> orders = days(evidence.all(ordered));
        long left = carts.entrySet().stream()
                .filter(cart -> left(cart.getKey(), cart.getValue().last(), orders, evidence.asOf()))
                .count();
        return Optional.of((double) left);
    }

    private boolean left(
            LocalDate day, Instant lastAddition, TreeMap<LocalDate, SpanTotal.Times> orders, Instant asOf) {
        Instant end = lastAddition.plus(within);
        if (!end.isBefore(asOf)) {
            return false;
        }
        SpanTotal.Times sameDay = orders.get(day);
        if (sameDay != null && !sameDay.last().isBefore(lastAddition)) {
            return false;
        }
        Map.Entry<LocalDate, SpanTotal.Times> next = orders.higherEntry(day);
        return next == null || next.getValue().first().isAfter(end);
    }

    private static TreeMap<LocalDate, SpanTotal.Times> days(List<SpanTotal> spans) {
        TreeMap<LocalDate, SpanTotal.Times> days = new TreeMap<>();
        for (SpanTotal span : spans) {
            span.times().ifPresent(times -> days.merge(span.firstDay(), times, Abandonments::both));
        }
        return days;
    }

    private static SpanTotal.Times both(SpanTotal.Times one, SpanTotal.Times other) {
        return new SpanTotal.Times(
                one.first().isBefore(other.first()) ? one.first() : other.first(),
                one.last().isAfter(other.last()) ? one.last() : other.last());
    }

    /** Orders before the oldest cart say nothing. */
    @Override
    public List<Reading> readings() {
        return List.of(new Reading(added, List.of(window + 1), window), Reading.separate(ordered, window));
    }
}
