package io.attune.eventmodel;

import io.attune.eventlog.EventKind;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.eventlog.PersonHistory;
import io.attune.eventlog.PurchaseDays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Recency, frequency, amounts, rhythm, variety and cancellations of a person. Windows are multiples of the horizon, so that
 * they suit a week as well as a year; what is counted enters as ln(1 + count), so that linear models can use it.
 */
record HistoryFeatures(PersonHistory person, PurchaseDays days, Moment moment, Horizon horizon) {
    private static final double[] WINDOWS = {1.0 / 3, 1, 2, 4};
    private static final int WEEKEND = 2;

    static void names(Horizon horizon, List<String> names) {
        names.addAll(List.of(
                "days_since_last",
                "days_since_last_log",
                "days_since_first",
                "purchase_days_log",
                "purchase_days_rate",
                "gap_mean_log",
                "gap_deviation",
                "last_gap_log",
                "overdue",
                "value_per_day_log",
                "value_largest_log",
                "value_last_log",
                "items_log",
                "items_repeated",
                "lines_per_day_log",
                "weekend_share",
                "cancellations_log",
                "others_log",
                "days_since_other_log",
                "trend",
                "value_trend"));
        for (double window : WINDOWS) {
            int length = length(horizon, window);
            names.add("purchase_days_" + length + "d");
            names.add("value_" + length + "d_log");
            names.add("lines_" + length + "d_log");
            names.add("others_" + length + "d_log");
        }
    }

    void addTo(List<Double> values) {
        int last = days.day(days.count() - 1);
        double since = moment.day() - last;
        double age = moment.day() - days.day(0);
        Gaps gaps = Gaps.of(days);
        Totals all = Totals.of(person, moment, Integer.MIN_VALUE);
        values.add(since);
        values.add(Math.log1p(since));
        values.add(age);
        values.add(Math.log1p(days.count()));
        values.add(Math.log1p(days.count() / (age + horizon.days()) * horizon.days()));
        values.add(Math.log1p(gaps.mean()));
        values.add(gaps.deviation() / (gaps.mean() + 1));
        values.add(Math.log1p(gaps.last()));
        values.add(Math.log1p(since / (gaps.mean() + 1)));
        values.add(Math.log1p(all.value() / days.count()));
        values.add(Math.log1p(largest()));
        values.add(Math.log1p(days.value(days.count() - 1)));
        values.add(Math.log1p(all.items().size()));
        values.add(all.lines() == 0 ? 0 : 1 - (double) all.items().size() / all.lines());
        values.add(Math.log1p((double) all.lines() / days.count()));
        values.add(weekendShare());
        values.add(Math.log1p(all.cancellations()));
        values.add(Math.log1p(all.others()));
        values.add(all.lastOther() == Integer.MIN_VALUE ? Double.NaN : Math.log1p(moment.day() - all.lastOther()));
        Totals recent = Totals.of(person, moment, moment.day() - horizon.days());
        Totals longer = Totals.of(person, moment, moment.day() - 2 * horizon.days());
        int before = moment.day() - horizon.days();
        values.add(2.0 * days.countAfter(before) - days.countAfter(before - horizon.days()));
        values.add(Math.log1p(recent.value()) - Math.log1p(longer.value() - recent.value()));
        for (double window : WINDOWS) {
            Totals totals = Totals.of(person, moment, moment.day() - length(horizon, window));
            values.add((double) days.countAfter(moment.day() - length(horizon, window)));
            values.add(Math.log1p(totals.value()));
            values.add(Math.log1p(totals.lines()));
            values.add(Math.log1p(totals.others()));
        }
    }

    private static int length(Horizon horizon, double window) {
        return (int) Math.max(1, Math.round(horizon.days() * window));
    }

    private double largest() {
        double largest = 0;
        for (int index = 0; index < days.count(); index++) {
            largest = Math.max(largest, days.value(index));
        }
        return largest;
    }

    private double weekendShare() {
        int weekends = 0;
        for (int index = 0; index < days.count(); index++) {
            // 1970 began on a Thursday; Saturday and Sunday are 2 and 3 after it.
            int weekday = Math.floorMod(days.day(index), 7);
            weekends += weekday == WEEKEND || weekday == WEEKEND + 1 ? 1 : 0;
        }
        return (double) weekends / days.count();
    }

    private record Gaps(double mean, double deviation, double last) {
        static Gaps of(PurchaseDays days) {
            int count = days.count() - 1;
            if (count == 0) {
                return new Gaps(Double.NaN, Double.NaN, Double.NaN);
            }
            double mean = (double) (days.day(count) - days.day(0)) / count;
            double squares = 0;
            for (int index = 1; index <= count; index++) {
                squares += Math.pow(days.day(index) - days.day(index - 1) - mean, 2);
            }
            return new Gaps(mean, Math.sqrt(squares / count), days.day(count) - days.day(count - 1));
        }
    }

    private record Totals(int lines, double value, Set<Integer> items, int cancellations, int others, int lastOther) {
        static Totals of(PersonHistory person, Moment moment, int after) {
            int lines = 0;
            double value = 0;
            int cancellations = 0;
            int others = 0;
            int lastOther = Integer.MIN_VALUE;
            Set<Integer> items = new HashSet<>();
            for (int event = person.known(moment) - 1; event >= 0 && person.day(event) > after; event--) {
                if (person.kind(event) == EventKind.ACTIVITY) {
                    lines++;
                    value += person.value(event);
                    items.add(person.item(event));
                } else if (person.kind(event) == EventKind.CANCELLATION) {
                    cancellations++;
                } else {
                    others++;
                    lastOther = Math.max(lastOther, person.day(event));
                }
            }
            return new Totals(lines, value, items, cancellations, others, lastOther);
        }
    }
}
