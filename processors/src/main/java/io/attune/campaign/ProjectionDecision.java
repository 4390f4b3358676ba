package io.attune.campaign;

import io.attune.consent.Channel;
import io.attune.consent.ConsentStore;
import io.attune.consent.Standing;
import io.attune.delivery.projection.DesiredState;
import io.attune.delivery.projection.ProjectionStore;
import io.attune.profile.ProfileStore;
import io.attune.segment.PersonView;
import io.attune.segment.SegmentService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Decides what channels should hold of people: those of them that a channel knows by an address. The same state as before
 * costs nothing. Thread-safe; works inside the caller's transaction.
 */
public final class ProjectionDecision {

    private static final String PURPOSE = "marketing";
    private static final Set<String> ATTRIBUTES = Set.of("given_name", "family_name", "language");

    private final Set<Channel> channels;
    private final ProfileStore profiles;
    private final SegmentService segments;
    private final ConsentStore consents;
    private final ProjectionStore projections;
    private final DecisionStore decisions = new DecisionStore();

    /**
     * Decides for some channels.
     *
     * @param channels those that are configured: nothing is decided for others
     */
    public ProjectionDecision(
            Set<Channel> channels,
            ProfileStore profiles,
            SegmentService segments,
            ConsentStore consents,
            ProjectionStore projections) {
        this.channels = Set.copyOf(channels);
        this.profiles = profiles;
        this.segments = segments;
        this.consents = consents;
        this.projections = projections;
    }

    /** Returns the queues that have something new. */
    List<String> decide(Handle handle, Collection<PersonView> people, Instant asOf) {
        List<UUID> all = people.stream().map(PersonView::profile).toList();
        Map<UUID, Set<String>> kinds = decisions.kinds(handle, all);
        if (kinds.isEmpty()) {
            return List.of();
        }
        Map<UUID, DesiredState> states = states(
                handle,
                people.stream()
                        .filter(person -> kinds.containsKey(person.profile()))
                        .toList());
        List<String> queues = new ArrayList<>();
        for (Channel channel : channels) {
            Map<UUID, DesiredState> wanted = new HashMap<>(states);
            wanted.keySet().removeIf(profile -> !kinds.get(profile).contains(channel.identifier()));
            if (projections.want(handle, channel, wanted, asOf) > 0) {
                queues.add("projection-" + channel.id());
            }
        }
        return queues;
    }

    private Map<UUID, DesiredState> states(Handle handle, Collection<PersonView> people) {
        List<UUID> ids = people.stream().map(PersonView::profile).toList();
        Map<UUID, List<String>> memberships = segments.current(handle, ids);
        Map<UUID, Map<String, Standing>> standings = consents.standings(handle, ids, PURPOSE);
        Map<UUID, Map<String, String>> attributes = profiles.attributes(handle, ids);
        Map<UUID, DesiredState> states = new HashMap<>();
        for (PersonView person : people) {
            UUID profile = person.profile();
            Map<String, Standing> standing = standings.getOrDefault(profile, Map.of());
            TreeMap<String, String> shown = new TreeMap<>(attributes.getOrDefault(profile, Map.of()));
            shown.keySet().retainAll(ATTRIBUTES);
            states.put(
                    profile,
                    new DesiredState(
                            memberships.getOrDefault(profile, List.of()),
                            new TreeMap<>(person.scores()),
                            shown,
                            standing.getOrDefault("email", Standing.SILENT).granted(),
                            standing.getOrDefault("sms", Standing.SILENT).granted()));
        }
        return states;
    }
}
