package io.attune.feature;

import io.attune.profile.NodeDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Compares what is stored with a recomputation from the events, from scratch: the proof that nothing was lost, counted
 * twice or left stale. Changes nothing. Reads a thousand profiles at a time. Immutable and thread-safe.
 */
public final class FeatureAudit {

    private static final int AT_ONCE = 1_000;

    private final ActivityStore store;
    private final DayStore days;
    private final PopulationStore populations = new PopulationStore();
    private final VectorComputation computation;

    public FeatureAudit(FeatureDefinitions definitions) {
        store = new ActivityStore(definitions);
        days = new DayStore(definitions);
        computation = new VectorComputation(definitions);
    }

    /**
     * What differs now. Deferred profiles are left out: their vectors are the re-scoring job's to compute.
     *
     * @return a sentence a difference; empty when all is as it should be
     */
    public List<String> differences(Handle handle) {
        List<String> differences = new ArrayList<>();
        List<UUID> profiles = handle.createQuery("""
                        select profile_id from profile
                        where merged_into is null and deferred_at is null order by profile_id
                        """).mapTo(UUID.class).list();
        for (int start = 0; start < profiles.size(); start += AT_ONCE) {
            compare(handle, profiles.subList(start, Math.min(profiles.size(), start + AT_ONCE)), differences);
        }
        return differences;
    }

    private void compare(Handle handle, List<UUID> profiles, List<String> differences) {
        Map<UUID, List<Activity>> events = store.ofProfiles(handle, profiles);
        Map<UUID, List<DayAggregate>> stored = days.stored(handle, profiles);
        Map<UUID, FeatureVector> vectors = new VectorStore().read(handle, profiles);
        for (UUID profile : profiles) {
            List<Activity> ofPerson = events.getOrDefault(profile, List.of());
            differingDays(computation.aggregate(ofPerson), stored.getOrDefault(profile, List.of()))
                    .forEach(day -> differences.add("profile " + profile + ": node " + day.node() + " on " + day.day()
                            + " is not what its events add up to"));
            FeatureVector vector = vectors.get(profile);
            if (vector == null) {
                differences.add("profile " + profile + " has no vector");
            } else {
                FeatureVector recomputed = computation.fromActivities(
                        ofPerson, vector.asOf(), populations.version(handle, vector.population()));
                if (!recomputed.values().equals(vector.values())) {
                    differences.add("profile " + profile + " as of " + vector.asOf() + ": stored " + vector.values()
                            + ", recomputed " + recomputed.values());
                }
            }
        }
    }

    private static Set<NodeDay> differingDays(Collection<DayAggregate> recomputed, Collection<DayAggregate> stored) {
        Map<DayAggregate, Integer> balance = new HashMap<>();
        recomputed.forEach(day -> balance.merge(day, 1, Integer::sum));
        stored.forEach(day -> balance.merge(day, -1, Integer::sum));
        Set<NodeDay> differing = new HashSet<>();
        balance.forEach((day, count) -> {
            if (count != 0) {
                differing.add(new NodeDay(day.total().node(), day.total().day()));
            }
        });
        return differing;
    }
}
