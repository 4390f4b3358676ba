package io.attune.identity;

import io.attune.identity.People.Person;
import io.attune.identity.probable.ClusterGuard;
import io.attune.identity.probable.ClusterGuard.Cluster;
import io.attune.identity.probable.Doubt.Cause;
import io.attune.identity.probable.ProbableMatching;
import io.attune.identity.probable.Separations;
import io.attune.identity.probable.StoredPersons.StatedIdentifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The rules of the store for one batch, whose profiles are locked: who was told apart, of which identifiers a person has one, and what
 * keeps matching from chaining people together. What it needs it reads when it is asked. Not thread-safe.
 */
final class StoreRules implements JoinRules {
    private final Handle handle;
    private final IdentityDefinition definition;
    private final Optional<ProbableMatching> probable;
    private final List<StatedIdentifier> identifiers;
    private final UniqueNames unique;
    private final Map<UUID, Set<UUID>> apart = new HashMap<>();
    private Optional<ClusterGuard> guard = Optional.empty();

    /** @param kinds the kind of each identifier that the batch states anew */
    StoreRules(
            Handle handle,
            IdentityDefinition definition,
            Optional<ProbableMatching> probable,
            List<StatedIdentifier> identifiers,
            Map<Long, String> kinds) {
        this.handle = handle;
        this.definition = definition;
        this.probable = probable;
        this.identifiers = identifiers;
        this.unique = new UniqueNames(definition, kinds);
    }

    @Override
    public boolean concern(Collection<Person> persons) {
        Set<UUID> profiles = profiles(persons);
        if (profiles.size() > 1) {
            apart.putAll(new Separations().among(handle, profiles));
        }
        unique.read(handle, profiles);
        return !apart.isEmpty() || persons.stream().anyMatch(unique::contradictory);
    }

    @Override
    public void expect(Collection<Person> persons) {
        Set<UUID> profiles = profiles(persons);
        Set<Long> nodes = new HashSet<>();
        persons.forEach(person -> nodes.addAll(person.nodes()));
        apart.putAll(new Separations().among(handle, profiles));
        unique.read(handle, profiles);
        guard = probable.map(matching -> ClusterGuard.of(handle, matching, profiles, nodes, identifiers));
    }

    private static Set<UUID> profiles(Collection<Person> persons) {
        Set<UUID> profiles = new HashSet<>();
        persons.forEach(person -> profiles.addAll(person.profiles()));
        return profiles;
    }

    @Override
    public int priority(long identifier) {
        return unique.priority(identifier);
    }

    @Override
    public Optional<Cause> forbidsLink(Person one, Person other, long identifier) {
        if (toldApart(one, other)) {
            return Optional.of(Cause.TOLD_APART);
        }
        return unique.differ(one, other, unique.priority(identifier))
                ? Optional.of(Cause.DIFFERENT_IDENTIFIERS)
                : Optional.empty();
    }

    @Override
    public Optional<Cause> forbidsMatch(Person one, Person other) {
        if (toldApart(one, other)) {
            return Optional.of(Cause.TOLD_APART);
        }
        if (unique.differ(one, other, definition.kinds().size())) {
            return Optional.of(Cause.DIFFERENT_IDENTIFIERS);
        }
        return guard.flatMap(clusters -> clusters.objection(cluster(one), cluster(other)));
    }

    private static Cluster cluster(Person person) {
        return new Cluster(person.profiles(), person.nodes());
    }

    private boolean toldApart(Person one, Person other) {
        return one.profiles().stream()
                .anyMatch(profile ->
                        apart.getOrDefault(profile, Set.of()).stream().anyMatch(other.profiles()::contains));
    }
}
