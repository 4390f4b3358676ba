package io.attune.feature.calculation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What became of a person's carts. A cart is all that they added within one UTC day, on whatever device. */
final class CartDays {
    private final NavigableMap<LocalDate, SpanTotal.Times> carts;
    private final NavigableMap<LocalDate, SpanTotal.Times> orders;
    private final Duration within;
    private final Instant asOf;

    /** What came of a cart until the moment. */
    enum Outcome {
        /** An order followed its last addition on the same day. */
        ORDERED_AT_ONCE,
        /** An order followed on a later day, in time. */
        ORDERED_LATER,
        /** No order followed in time. */
        LEFT,
        /** No order followed so far, and there is time yet. */
        OPEN
    }

    /**
     * The carts of a window.
     *
     * @param within how long after its last addition an order is in time; at least a day, so that the first and the last order
     *     of each day tell
     */
    CartDays(Evidence evidence, String added, String ordered, Duration within, int window) {
        this.carts = days(evidence.within(added, OptionalInt.of(window)));
        this.orders = days(evidence.all(ordered));
        this.within = within;
        this.asOf = evidence.asOf();
    }

    static void requireADay(Duration within) {
        if (within.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("A cart is left after a day at the earliest, not after " + within);
        }
    }

    /** Orders before the oldest cart say nothing. */
    static List<Reading> readings(String added, String ordered, int window) {
        return List.of(new Reading(added, List.of(window + 1), window), Reading.separate(ordered, window));
    }

    Stream<Outcome> outcomes() {
        return carts.entrySet().stream()
                .map(cart -> outcome(cart.getKey(), cart.getValue().last()));
    }

    private Outcome outcome(LocalDate day, Instant lastAddition) {
        SpanTotal.Times sameDay = orders.get(day);
        if (sameDay != null && !sameDay.last().isBefore(lastAddition)) {
            return Outcome.ORDERED_AT_ONCE;
        }
        Instant end = lastAddition.plus(within);
        Map.Entry<LocalDate, SpanTotal.Times> next = orders.higherEntry(day);
        if (next != null && !next.getValue().first().isAfter(end)) {
            return Outcome.ORDERED_LATER;
        }
        return end.isBefore(asOf) ? Outcome.LEFT : Outcome.OPEN;
    }

    private static NavigableMap<LocalDate, SpanTotal.Times> days(List<SpanTotal> spans) {
        NavigableMap<LocalDate, SpanTotal.Times> days = new TreeMap<>();
        for (SpanTotal span : spans) {
            span.times().ifPresent(times -> days.merge(span.firstDay(), times, CartDays::both));
        }
        return days;
    }

    private static SpanTotal.Times both(SpanTotal.Times one, SpanTotal.Times other) {
        return new SpanTotal.Times(
                one.first().isBefore(other.first()) ? one.first() : other.first(),
                one.last().isAfter(other.last()) ? one.last() : other.last());
    }
}
