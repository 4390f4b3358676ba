package io.attune.feature;

import io.attune.profile.NodeDay;
import io.attune.profile.ProfileChanges;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Keeps day aggregates and vectors in step with events. Thread-safe; works inside the caller's transaction, which holds
 * the locks of the profiles it names. Definitions can be exchanged while it runs.
 */
public final class FeatureService {

    private final VectorStore vectors = new VectorStore();
    private final Supplier<String> release;
    private volatile Definitions definitions;

    /**
     * Starts with some definitions.
     *
     * @param release the hash of the release that the node runs
     */
    public FeatureService(FeatureDefinitions definitions, Supplier<String> release) {
        this.definitions = Definitions.of(definitions);
        this.release = release;
    }

    /** Computes with other definitions from the next call on; aggregates stored before need {@link #recount}. */
    public void use(FeatureDefinitions changed) {
        definitions = Definitions.of(changed);
    }

    /** What it computes with now. */
    public FeatureDefinitions definitions() {
        return definitions.features;
    }

    /** Counts the touched days again, and stores and returns the vectors of the live profiles. */
    public Map<UUID, FeatureVector> update(Handle handle, ProfileChanges changes, Instant asOf) {
        Definitions current = definitions;
        count(handle, current, changes.touchedDays());
        return compute(handle, current, changes.live(), asOf);
    }

    /** Stores and returns the vectors of profiles as of a moment not before the stored ones. */
    public Map<UUID, FeatureVector> compute(Handle handle, Collection<UUID> profiles, Instant asOf) {
        return compute(handle, definitions, profiles, asOf);
    }

    /** Counts every event of the profiles again, as is needed after measures changed. */
    public void recount(Handle handle, Collection<UUID> profiles) {
        if (!profiles.isEmpty()) {
            Definitions current = definitions;
            current.store.clear(handle, profiles);
            count(handle, current, current.store.activeDays(handle, profiles));
        }
    }

    /** The stored vectors, as the last update left them; a profile without one is absent. */
    public Map<UUID, FeatureVector> stored(Handle handle, Collection<UUID> profiles) {
        return vectors.read(handle, profiles);
    }

    private static void count(Handle handle, Definitions current, Collection<NodeDay> days) {
        List<Activity> activities = current.store.ofNodeDays(handle, days);
        current.store.replace(handle, days, current.computation.aggregate(activities));
    }

    private Map<UUID, FeatureVector> compute(
            Handle handle, Definitions current, Collection<UUID> profiles, Instant asOf) {
        if (profiles.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<DayAggregate>> aggregates = aggregates(handle, current, profiles, asOf);
        Map<UUID, FeatureVector> computed = new HashMap<>();
        for (UUID profile : profiles) {
            List<DayAggregate> ofPerson = aggregates.getOrDefault(profile, List.of());
            computed.put(profile, current.computation.fromAggregates(ofPerson, asOf));
        }
        vectors.save(handle, computed, release.get());
        return computed;
    }

    // The stored aggregate of today may hold events at or after the moment, from a clock that is fast, say. Such a day
    // is
    // counted again from its events, without them.
    private static Map<UUID, List<DayAggregate>> aggregates(
            Handle handle, Definitions current, Collection<UUID> profiles, Instant asOf) {
        LocalDate today = Statistic.date(asOf);
        Map<UUID, List<DayAggregate>> stored = current.store.aggregates(handle, profiles, today);
        Set<NodeDay> ahead = new HashSet<>();
        stored.values()
                .forEach(days -> days.stream()
                        .filter(day -> !day.lastAt().isBefore(asOf))
                        .forEach(day -> ahead.add(new NodeDay(day.node(), day.day()))));
        if (ahead.isEmpty()) {
            return stored;
        }
        List<Activity> before = current.store.ofNodeDays(handle, ahead).stream()
                .filter(activity -> activity.occurredAt().isBefore(asOf))
                .toList();
        return replaced(stored, ahead, current.computation.aggregate(before));
    }

    private static Map<UUID, List<DayAggregate>> replaced(
            Map<UUID, List<DayAggregate>> stored, Set<NodeDay> days, List<DayAggregate> counted) {
        Map<UUID, List<DayAggregate>> result = new HashMap<>();
        stored.forEach((profile, aggregates) -> {
            Set<Long> nodes = new HashSet<>();
            List<DayAggregate> kept = new ArrayList<>();
            for (DayAggregate day : aggregates) {
                if (days.contains(new NodeDay(day.node(), day.day()))) {
                    nodes.add(day.node());
                } else {
                    kept.add(day);
                }
            }
            counted.stream().filter(day -> nodes.contains(day.node())).forEach(kept::add);
            result.put(profile, kept);
        });
        return result;
    }

    private record Definitions(FeatureDefinitions features, VectorComputation computation, ActivityStore store) {
        static Definitions of(FeatureDefinitions features) {
            return new Definitions(features, new VectorComputation(features), new ActivityStore(features.eventTypes()));
        }
    }
}
