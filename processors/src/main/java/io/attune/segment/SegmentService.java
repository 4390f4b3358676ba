package io.attune.segment;

import io.attune.profile.ProfileMerge;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Keeps memberships of segments in step with what is known of people (bean {@code segments}). Thread-safe; works inside the
 * caller's transaction, which holds the locks of the profiles it names. Definitions can be exchanged while it runs.
 */
public final class SegmentService {

    private final MembershipStore store = new MembershipStore();
    private final Supplier<String> release;
    private volatile SegmentDefinitions definitions;

    /**
     * Starts with some definitions.
     *
     * @param release the hash of the release that the node runs
     */
    public SegmentService(SegmentDefinitions definitions, Supplier<String> release) {
        this.definitions = definitions;
        this.release = release;
    }

    /** Assigns by other definitions from the next call on. */
    public void use(SegmentDefinitions changed) {
        definitions = changed;
    }

    public SegmentDefinitions definitions() {
        return definitions;
    }

    /** As {@link #assign(Handle, Collection, Collection, Instant)}, without merges. */
    public List<MembershipChange> assign(Handle handle, Collection<PersonView> people, Instant asOf) {
        return assign(handle, people, List.of(), asOf);
    }

    /**
     * Evaluates every rule for every person and stores who came and who left, a statement each. A survivor of a merge goes
     * on with the memberships of the merged profile: that is no entry, and triggers nothing.
     *
     * @param merges those of this batch; their own memberships have ended at {@code asOf}
     */
    public List<MembershipChange> assign(
            Handle handle, Collection<PersonView> people, Collection<ProfileMerge> merges, Instant asOf) {
        if (people.isEmpty()) {
            return List.of();
        }
        // What PostgreSQL stores, so that a membership's start is the same when it is read back.
        Instant now = asOf.truncatedTo(ChronoUnit.MICROS);
        Map<UUID, Map<String, Instant>> current =
                store.current(handle, people.stream().map(PersonView::profile).toList());
        Map<UUID, Map<String, Instant>> inherited = store.inherited(handle, merges, now);
        List<MembershipChange> entered = new ArrayList<>();
        List<MembershipChange> continued = new ArrayList<>();
        List<MembershipChange> left = new ArrayList<>();
        for (PersonView person : people) {
            Map<String, Instant> memberships = current.getOrDefault(person.profile(), Map.of());
            Map<String, Instant> before = inherited.getOrDefault(person.profile(), Map.of());
            for (Segment segment : definitions.segments()) {
                Optional<Instant> since = Optional.ofNullable(memberships.get(segment.name()));
                boolean holds = segment.rule().holds(person);
                if (holds && since.isEmpty()) {
                    Optional<Instant> earlier = Optional.ofNullable(before.get(segment.name()));
                    (earlier.isPresent() ? continued : entered)
                            .add(new MembershipChange(person.profile(), segment.name(), earlier.orElse(now), true));
                } else if (!holds && since.isPresent()) {
                    left.add(new MembershipChange(person.profile(), segment.name(), since.get(), false));
                }
            }
            left.addAll(undefined(person, memberships));
        }
        store.leave(handle, left, now);
        store.enter(handle, entered, release.get());
        store.enter(handle, continued, release.get());
        List<MembershipChange> changes = new ArrayList<>(entered);
        changes.addAll(left);
        return changes;
    }

    // A segment that is defined no more has no members.
    private List<MembershipChange> undefined(PersonView person, Map<String, Instant> memberships) {
        List<String> names = definitions.names();
        return memberships.entrySet().stream()
                .filter(membership -> !names.contains(membership.getKey()))
                .map(membership ->
                        new MembershipChange(person.profile(), membership.getKey(), membership.getValue(), false))
                .toList();
    }

    /** The segments that people are in now; a person in none is absent. */
    public Map<UUID, List<String>> current(Handle handle, Collection<UUID> profiles) {
        Map<UUID, List<String>> names = new HashMap<>();
        store.current(handle, profiles)
                .forEach((profile, memberships) -> names.put(
                        profile, memberships.keySet().stream().sorted().toList()));
        return names;
    }
}
