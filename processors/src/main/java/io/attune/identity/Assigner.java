package io.attune.identity;

import io.attune.profile.ProfileMerge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Finds who is one person: everything that new links connect, together with what was connected before. */
final class Assigner {
    private sealed interface Element {}

    private record NodeElement(long node) implements Element {}

    private record IdentifierElement(long identifier) implements Element {}

    private record ProfileElement(UUID profile) implements Element {}

    private final Supplier<UUID> ids;

    Assigner(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /**
     * Assigns nodes to profiles.
     *
     * @param nodes every node of the batch
     * @param links joining identifiers that are new to nodes of the batch
     * @param ofNodes profiles that own nodes already
     * @param ofIdentifiers profiles that own nodes with the identifiers already
     * @param locked the profiles named before, with the instant of their creation
     */
    Assignment assign(
            Collection<Long> nodes,
            Map<Long, Set<Long>> links,
            Map<Long, UUID> ofNodes,
            Map<Long, Set<UUID>> ofIdentifiers,
            Map<UUID, Instant> locked) {
        Partition<Element> people = new Partition<>();
        for (long node : nodes) {
            NodeElement element = new NodeElement(node);
            people.add(element);
            if (ofNodes.containsKey(node)) {
                people.join(element, new ProfileElement(ofNodes.get(node)));
            }
            for (long identifier : links.getOrDefault(node, Set.of())) {
                people.join(element, new IdentifierElement(identifier));
            }
        }
        ofIdentifiers.forEach((identifier, profiles) -> profiles.forEach(
                profile -> people.join(new IdentifierElement(identifier), new ProfileElement(profile))));
        return assign(people, ofNodes, locked);
    }

    private Assignment assign(Partition<Element> people, Map<Long, UUID> ofNodes, Map<UUID, Instant> locked) {
        Map<Long, UUID> owners = new HashMap<>();
        Map<Long, UUID> joined = new HashMap<>();
        Set<UUID> created = new HashSet<>();
        List<ProfileMerge> merges = new ArrayList<>();
        // The oldest survives: what is known of it longest keeps its name.
        Comparator<UUID> oldestFirst =
                Comparator.<UUID, Instant>comparing(locked::get).thenComparing(UUID::toString);
        for (List<Element> person : people.sets()) {
            List<UUID> existing = new ArrayList<>();
            List<Long> nodes = new ArrayList<>();
            for (Element element : person) {
                if (element instanceof ProfileElement profile) {
                    existing.add(profile.profile());
                } else if (element instanceof NodeElement node) {
                    nodes.add(node.node());
                }
            }
            existing.sort(oldestFirst);
            UUID owner = existing.isEmpty() ? ids.get() : existing.get(0);
            if (existing.isEmpty()) {
                created.add(owner);
            }
            existing.stream().skip(1).forEach(merged -> merges.add(new ProfileMerge(merged, owner)));
            for (long node : nodes) {
                owners.put(node, owner);
                if (!ofNodes.containsKey(node)) {
                    joined.put(node, owner);
                }
            }
        }
        return new Assignment(owners, created, joined, merges);
    }
}
