package io.attune.feature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that a person ever did, and who they were taken for meanwhile. Several profiles share a history when they were one
 * at any time.
 *
 * @param person an opaque key, the same whatever the moment, so that all rows of a person stay together
 * @param group by which figures are compared; empty when nothing is known
 * @param memberships by node, ascending; a node without any belonged to the person ever since
 */
public record PersonHistory(
        String person, String group, List<HistoricActivity> events, Map<Long, List<NodeMembership>> memberships) {
    public PersonHistory {
        events = List.copyOf(events);
        memberships = Map.copyOf(memberships);
    }

    /** Of somebody who was never taken for anybody else. */
    public static PersonHistory of(String person, List<HistoricActivity> events) {
        return new PersonHistory(person, "", events, Map.of());
    }

    /**
     * What was known at a moment, by the profile that it was known of: who was merged later was two then.
     *
     * @param trusting whether a backfilled record counts from when it occurred, and says whose it is from then on as well
     */
    Map<String, List<Activity>> knownAt(Instant moment, boolean trusting) {
        Map<String, List<Activity>> known = new TreeMap<>();
        Map<Long, Optional<String>> owners = new HashMap<>();
        for (HistoricActivity event : events) {
            if (event.knownBefore(moment, trusting)) {
                owners.computeIfAbsent(event.activity().node(), node -> ownerAt(node, moment, trusting))
                        .ifPresent(owner -> known.computeIfAbsent(owner, any -> new ArrayList<>())
                                .add(event.activity()));
            }
        }
        return known;
    }

    /** What those did, as is known today, who were taken for one profile at a moment. */
    List<HistoricActivity> outcomeOf(String profile, Instant moment, boolean trusting) {
        Set<String> today = new HashSet<>();
        for (HistoricActivity event : events) {
            long node = event.activity().node();
            if (ownerAt(node, moment, trusting).filter(profile::equals).isPresent()) {
                today.add(ownerToday(node));
            }
        }
        return events.stream()
                .filter(event -> today.contains(ownerToday(event.activity().node())))
                .toList();
    }

    private Optional<String> ownerAt(long node, Instant moment, boolean trusting) {
        List<NodeMembership> ofNode = memberships.getOrDefault(node, List.of());
        if (ofNode.isEmpty()) {
            return Optional.of(person);
        }
        if (ofNode.get(0).since().isAfter(moment)) {
            return trusting ? Optional.of(ownerToday(node)) : Optional.empty();
        }
        return ofNode.stream()
                .filter(membership -> membership.covers(moment))
                .map(NodeMembership::profile)
                .findFirst();
    }

    private String ownerToday(long node) {
        List<NodeMembership> ofNode = memberships.getOrDefault(node, List.of());
        return ofNode.isEmpty() ? person : ofNode.get(ofNode.size() - 1).profile();
    }
}
