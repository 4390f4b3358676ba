package io.attune.eventlog;

import io.attune.lifetime.PurchaseHistory;
import io.attune.lifetime.SpendHistory;
import java.util.Arrays;
import java.util.Optional;

/**
 * The days on which a person bought, with what was spent on each, as known at a moment: the purchases of one day count as
 * one, as in the papers. Immutable.
 */
public final class PurchaseDays {
    private static final double WEEK = 7;

    private final int[] days;
    private final double[] values;

    private PurchaseDays(int[] days, double[] values) {
        this.days = days;
        this.values = values;
    }

    /** The days of activity known at a moment. */
    public static PurchaseDays of(PersonHistory history, Moment moment) {
        int known = history.known(moment);
        int[] days = new int[known];
        double[] values = new double[known];
        int count = 0;
        for (int event = 0; event < known; event++) {
            if (history.kind(event) == EventKind.ACTIVITY) {
                if (count == 0 || days[count - 1] != history.day(event)) {
                    days[count++] = history.day(event);
                }
                values[count - 1] += history.value(event);
            }
        }
        return new PurchaseDays(Arrays.copyOf(days, count), Arrays.copyOf(values, count));
    }

    /** How many days. */
    public int count() {
        return days.length;
    }

    /** A day, in days since 1970; index 0 is the earliest. */
    public int day(int index) {
        return days[index];
    }

    /** What was spent on a day. */
    public double value(int index) {
        return values[index];
    }

    /** How many of the days lie after a day. */
    public int countAfter(int day) {
        int place = Arrays.binarySearch(days, day);
        return days.length - (place < 0 ? -place - 1 : place + 1);
    }

    /** Repeats, recency and age in weeks; empty when nothing was bought yet. */
    public Optional<PurchaseHistory> purchases(Moment moment) {
        if (days.length == 0) {
            return Optional.empty();
        }
        int first = days[0];
        return Optional.of(new PurchaseHistory(
                days.length - 1, (days[days.length - 1] - first) / WEEK, (moment.day() - first) / WEEK));
    }

    /** The mean of what was spent after the first day; empty when there is none, or it was nothing. */
    public Optional<SpendHistory> spend() {
        double sum = Arrays.stream(values).skip(1).sum();
        return sum > 0 ? Optional.of(new SpendHistory(days.length - 1, sum / (days.length - 1))) : Optional.empty();
    }
}
