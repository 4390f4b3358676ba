package io.attune.feature;

import io.attune.feature.DayStore.StoredSpan;
import io.attune.feature.calculation.Population;
import io.attune.feature.calculation.SpanTotal;
import io.attune.feature.calculation.Statistic;
import io.attune.feature.calculation.Survey;
import io.attune.profile.NodeDay;
import io.attune.profile.ProfileChanges;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Keeps day aggregates and vectors in step with events. Thread-safe; works inside the caller's transaction, which holds
 * the locks of the profiles it names. Definitions can be exchanged while it runs.
 */
public final class FeatureService {

    private final VectorStore vectors = new VectorStore();
    private final PopulationStore populations = new PopulationStore();
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

    /** Adds what occurred before the moment of a survey, as far as it is known now, to it; stores nothing. */
    void survey(Handle handle, Collection<UUID> profiles, Survey survey) {
        Definitions current = definitions;
        Map<UUID, List<SpanTotal>> spans = spans(handle, current, profiles, survey.asOf());
        for (UUID profile : profiles) {
            List<SpanTotal> ofPerson = spans.getOrDefault(profile, List.of());
            survey.add(
                    current.computation
                            .fromSpans(ofPerson, survey.asOf(), Population.none())
                            .values(),
                    ofPerson);
        }
    }

    /** Counts every event of the profiles again, as is needed after measures changed. */
    public void recount(Handle handle, Collection<UUID> profiles) {
        if (!profiles.isEmpty()) {
            Definitions current = definitions;
            current.days.clear(handle, profiles);
            count(handle, current, current.store.activeDays(handle, profiles));
        }
    }

    /** The stored vectors, as the last update left them; a profile without one is absent. */
    public Map<UUID, FeatureVector> stored(Handle handle, Collection<UUID> profiles) {
        return vectors.read(handle, profiles);
    }

    private static void count(Handle handle, Definitions current, Collection<NodeDay> days) {
        List<Activity> activities = current.store.ofNodeDays(handle, days);
        current.days.replace(handle, days, current.computation.aggregate(activities));
    }

    private Map<UUID, FeatureVector> compute(
            Handle handle, Definitions current, Collection<UUID> profiles, Instant asOf) {
        if (profiles.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<SpanTotal>> spans = spans(handle, current, profiles, asOf);
        Population population = current.features.needsPopulation() ? populations.newest(handle) : Population.none();
        Map<UUID, FeatureVector> computed = new HashMap<>();
        for (UUID profile : profiles) {
            computed.put(
                    profile, current.computation.fromSpans(spans.getOrDefault(profile, List.of()), asOf, population));
        }
        vectors.save(handle, computed, release.get());
        return computed;
    }

    // The stored day of the moment may hold events at or after it, from a clock that is fast, say. Such a day is
    // counted
    // again from its events, without them.
    private static Map<UUID, List<SpanTotal>> spans(
            Handle handle, Definitions current, Collection<UUID> profiles, Instant asOf) {
        Map<UUID, List<StoredSpan>> stored = current.days.spans(handle, profiles, asOf);
        LocalDate today = Statistic.date(asOf);
        Set<NodeDay> ahead = stored.values().stream()
                .flatMap(List::stream)
                .flatMapToLong(span -> span.nodeAhead().stream())
                .mapToObj(node -> new NodeDay(node, today))
                .collect(Collectors.toSet());
        List<Activity> before = current.store.ofNodeDays(handle, ahead).stream()
                .filter(activity -> activity.occurredAt().isBefore(asOf))
                .toList();
        Map<Key, DayAggregate> counted = current.computation.aggregate(before).stream()
                .collect(Collectors.toMap(day -> Key.of(day.total()), Function.identity()));
        Map<UUID, List<SpanTotal>> spans = new HashMap<>();
        stored.forEach((profile, ofProfile) -> spans.put(
                profile,
                ofProfile.stream()
                        .flatMap(span -> counted(span, counted).stream())
                        .toList()));
        return spans;
    }

    private static Optional<SpanTotal> counted(StoredSpan span, Map<Key, DayAggregate> counted) {
        if (span.nodeAhead().isEmpty()) {
            return Optional.of(span.total());
        }
        Key key = new Key(
                span.nodeAhead().getAsLong(),
                span.total().measure(),
                span.total().key());
        return Optional.ofNullable(counted.get(key)).map(DayAggregate::span);
    }

    private record Key(long node, String measure, String key) {
        static Key of(DayTotal day) {
            return new Key(day.node(), day.measure(), day.key());
        }
    }

    private record Definitions(
            FeatureDefinitions features, VectorComputation computation, ActivityStore store, DayStore days) {
        static Definitions of(FeatureDefinitions features) {
            return new Definitions(
                    features, new VectorComputation(features), new ActivityStore(features), new DayStore(features));
        }
    }
}
