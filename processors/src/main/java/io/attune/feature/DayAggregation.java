package io.attune.feature;

import io.attune.feature.calculation.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts events per node, measure, key and UTC day. The order in which events come does not matter. */
final class DayAggregation {

    private static final long TEN_THOUSANDTHS = 10_000;
    private static final long NANOS_OF_TEN_THOUSANDTH = 100_000;

    private final FeatureDefinitions definitions;

    DayAggregation(FeatureDefinitions definitions) {
        this.definitions = definitions;
    }

    List<DayAggregate> aggregate(Collection<Activity> activities) {
        Map<Group, List<Activity>> groups = new LinkedHashMap<>();
        for (Activity activity : Cancellations.without(List.copyOf(activities))) {
            LocalDate day = Statistic.date(activity.occurredAt());
            for (Measure measure : definitions.measuresOf(activity)) {
                for (String key : measure.grouping().keys(activity)) {
                    groups.computeIfAbsent(new Group(activity.node(), measure, key, day), any -> new ArrayList<>())
                            .add(activity);
                }
            }
        }
        List<DayAggregate> aggregates = new ArrayList<>(groups.size());
        groups.forEach((group, events) -> aggregates.add(aggregate(group, events)));
        return aggregates;
    }

    private static DayAggregate aggregate(Group group, List<Activity> events) {
        events.sort(Comparator.comparing(Activity::occurredAt));
        Amounts amounts = group.measure()
                .sessionGap()
                .map(gap -> sessions(group.measure(), events, gap))
                .orElseGet(() -> single(group.measure(), events));
        DayTotal total = new DayTotal(
                group.node(),
                group.measure().name(),
                group.key(),
                group.day(),
                amounts.count,
                amounts.sum,
                amounts.largest);
        return new DayAggregate(
                total, events.get(0).occurredAt(), events.get(events.size() - 1).occurredAt());
    }

    private static Amounts single(Measure measure, List<Activity> events) {
        Amounts amounts = new Amounts();
        events.forEach(event -> amounts.add(measure.quantity().of(event).orElseThrow()));
        return amounts;
    }

    private static Amounts sessions(Measure measure, List<Activity> inOrder, Duration gap) {
        Amounts amounts = new Amounts();
        int start = 0;
        for (int index = 1; index <= inOrder.size(); index++) {
            Instant previous = inOrder.get(index - 1).occurredAt();
            boolean ends = index == inOrder.size()
                    || Duration.between(previous, inOrder.get(index).occurredAt())
                                    .compareTo(gap)
                            > 0;
            if (ends) {
                amounts.add(measure.durations() ? length(inOrder.get(start).occurredAt(), previous) : 0);
                start = index;
            }
        }
        return amounts;
    }

    // In ten-thousandths of a second.
    private static long length(Instant from, Instant until) {
        Duration length = Duration.between(from, until);
        return length.getSeconds() * TEN_THOUSANDTHS + length.getNano() / NANOS_OF_TEN_THOUSANDTH;
    }

    private record Group(long node, Measure measure, String key, LocalDate day) {}

    private static final class Amounts {
        private long count;
        private long sum;
        private long largest = Long.MIN_VALUE;

        void add(long amount) {
            count++;
            sum = Math.addExact(sum, amount);
            largest = Math.max(largest, amount);
        }
    }
}
