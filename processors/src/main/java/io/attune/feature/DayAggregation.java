package io.attune.feature;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts events per node, measure and UTC day. The order in which events come does not matter. */
final class DayAggregation {

    private final FeatureDefinitions definitions;

    DayAggregation(FeatureDefinitions definitions) {
        this.definitions = definitions;
    }

    List<DayAggregate> aggregate(Collection<Activity> activities) {
        Map<Key, List<Activity>> groups = new LinkedHashMap<>();
        for (Activity activity : activities) {
            for (Measure measure : definitions.measuresOf(activity)) {
                Key key = new Key(activity.node(), measure, Statistic.date(activity.occurredAt()));
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(activity);
            }
        }
        List<DayAggregate> aggregates = new ArrayList<>(groups.size());
        groups.forEach((key, group) -> aggregates.add(aggregate(key, group)));
        return aggregates;
    }

    private static DayAggregate aggregate(Key key, List<Activity> group) {
        group.sort(Comparator.comparing(Activity::occurredAt));
        long count = key.measure().sessionGap().map(gap -> sessions(group, gap)).orElse((long) group.size());
        long amount = key.measure().amounts()
                ? group.stream().mapToLong(Activity::amount).reduce(0, Math::addExact)
                : 0;
        Instant firstAt = group.get(0).occurredAt();
        Instant lastAt = group.get(group.size() - 1).occurredAt();
        DayTotal total = new DayTotal(key.node(), key.measure().name(), key.day(), count, amount);
        return new DayAggregate(total, firstAt, lastAt);
    }

    private static long sessions(List<Activity> inOrder, Duration gap) {
        long sessions = 1;
        for (int index = 1; index < inOrder.size(); index++) {
            Instant previous = inOrder.get(index - 1).occurredAt();
            if (Duration.between(previous, inOrder.get(index).occurredAt()).compareTo(gap) > 0) {
                sessions++;
            }
        }
        return sessions;
    }

    private record Key(long node, Measure measure, LocalDate day) {}
}
