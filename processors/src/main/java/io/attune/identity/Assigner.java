package io.attune.identity;

import io.attune.identity.Element.Known;
import io.attune.identity.Element.Name;
import io.attune.identity.Element.Node;
import io.attune.identity.People.Person;
import io.attune.identity.probable.Doubt;
import io.attune.identity.probable.Doubt.Cause;
import io.attune.identity.probable.MatchPairs.BlockedLink;
import io.attune.identity.probable.ScoredPair;
import io.attune.profile.ProfileMerge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Finds who is one person: everything that identifiers connect, together with what was connected before, and then what matching is
 * sure of. Where a rule forbids a join, the rest is joined without it.
 */
final class Assigner {
    private final Supplier<UUID> ids;

    Assigner(Supplier<UUID> ids) {
        this.ids = ids;
    }

    Assignment assign(Joins joins, JoinRules rules) {
        List<BlockedLink> blocked = new ArrayList<>();
        People people = joined(joins, Optional.empty(), blocked);
        if (rules.concern(gathered(people, joins))) {
            people = joined(joins, Optional.of(rules), blocked);
        }
        List<ScoredPair> matched = new ArrayList<>();
        List<Doubt> doubts = new ArrayList<>();
        Map<Long, UUID> own = new HashMap<>();
        if (!joins.pairs().isEmpty()) {
            rules.expect(matched(people, joins.pairs()));
        }
        for (ScoredPair pair : joins.pairs()) {
            Element one = new Node(pair.low());
            Element other = new Node(pair.high());
            if (!people.areOne(one, other)) {
                Optional<Cause> forbidden = rules.forbidsMatch(people.of(one), people.of(other));
                if (forbidden.isPresent()) {
                    doubts.add(new Doubt(pair, forbidden.get()));
                    continue;
                }
                own(people, one, own);
                own(people, other, own);
                people.join(one, other);
                matched.add(pair);
            }
        }
        return assignment(people, joins, own, matched, doubts, blocked);
    }

    /** Whoever is new and is matched has a profile of their own first, so that the match can be undone. */
    private void own(People people, Element node, Map<Long, UUID> own) {
        Person person = people.of(node);
        if (person.profiles().isEmpty()) {
            UUID profile = ids.get();
            person.nodes().forEach(each -> own.put(each, profile));
            people.join(node, new Known(profile));
        }
    }

    /** Those whom the batch changes: of several profiles, or with a node that is new to theirs. */
    private static List<Person> gathered(People people, Joins joins) {
        return people.all().stream()
                .filter(person -> person.profiles().size() > 1
                        || !joins.ofNodes().keySet().containsAll(person.nodes()))
                .toList();
    }

    private static Set<Person> matched(People people, List<ScoredPair> pairs) {
        Set<Person> persons = Collections.newSetFromMap(new IdentityHashMap<>());
        pairs.forEach(pair -> {
            persons.add(people.of(new Node(pair.low())));
            persons.add(people.of(new Node(pair.high())));
        });
        return persons;
    }

    private static People joined(Joins joins, Optional<JoinRules> rules, List<BlockedLink> blocked) {
        People people = new People();
        joins.nodes().forEach(node -> people.of(new Node(node)));
        joins.ofNodes().forEach((node, profile) -> people.join(new Node(node), new Known(profile)));
        // Sorted, so that where a rule forbids one of several joins it is always the same one.
        new TreeMap<>(joins.ofIdentifiers())
                .forEach((identifier, profiles) -> new TreeSet<>(profiles).forEach(profile -> {
                    Element known = new Known(profile);
                    Element name = new Name(identifier);
                    if (forbidden(people, name, known, rules, identifier).isEmpty()) {
                        people.join(name, known);
                    }
                }));
        for (Stated link : links(joins, rules)) {
            Element one = new Node(link.node());
            Element name = new Name(link.identifier());
            Optional<Cause> cause = forbidden(people, one, name, rules, link.identifier());
            cause.ifPresentOrElse(
                    forbids -> blocked.add(new BlockedLink(link.node(), link.identifier(), forbids)),
                    () -> people.join(one, name));
        }
        return people;
    }

    private record Stated(long node, long identifier) {}

    private static List<Stated> links(Joins joins, Optional<JoinRules> rules) {
        List<Stated> links = new ArrayList<>();
        joins.links()
                .forEach((node, identifiers) ->
                        identifiers.forEach(identifier -> links.add(new Stated(node, identifier))));
        rules.ifPresent(known -> links.sort(Comparator.<Stated>comparingInt(link -> known.priority(link.identifier()))
                .thenComparingLong(Stated::identifier)
                .thenComparingLong(Stated::node)));
        return links;
    }

    private static Optional<Cause> forbidden(
            People people, Element one, Element other, Optional<JoinRules> rules, long identifier) {
        return people.areOne(one, other)
                ? Optional.empty()
                : rules.flatMap(rule -> rule.forbidsLink(people.of(one), people.of(other), identifier));
    }

    private Assignment assignment(
            People people,
            Joins joins,
            Map<Long, UUID> own,
            List<ScoredPair> matched,
            List<Doubt> doubts,
            List<BlockedLink> blocked) {
        Map<Long, UUID> owners = new HashMap<>();
        Map<Long, UUID> joined = new HashMap<>();
        Set<UUID> created = new HashSet<>(own.values());
        List<ProfileMerge> merges = new ArrayList<>();
        // The oldest survives: what is known of it longest keeps its name.
        Comparator<UUID> oldestFirst = Comparator.<UUID, Instant>comparing(
                        profile -> joins.locked().getOrDefault(profile, Instant.MAX))
                .thenComparing(UUID::toString);
        for (Person person : people.all()) {
            if (person.nodes().isEmpty()) {
                continue;
            }
            List<UUID> existing = person.profiles().stream().sorted(oldestFirst).toList();
            UUID owner = existing.isEmpty() ? ids.get() : existing.get(0);
            if (existing.isEmpty()) {
                created.add(owner);
            }
            existing.stream().skip(1).forEach(merged -> merges.add(new ProfileMerge(merged, owner)));
            for (long node : person.nodes()) {
                owners.put(node, owner);
                if (!joins.ofNodes().containsKey(node)) {
                    joined.put(node, own.getOrDefault(node, owner));
                }
            }
        }
        return new Assignment(owners, created, joined, merges, matched, doubts, blocked);
    }
}
