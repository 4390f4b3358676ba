package io.attune.identity;

import io.attune.identity.People.Person;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Identifiers of which a person has one of a kind: whoever has another is somebody else, whatever weaker evidence says. Not thread-safe. */
final class UniqueNames {
    private final List<String> kinds;
    private final List<String> unique;
    private final Map<Long, String> kindOf;
    private final Map<UUID, Set<Long>> ofProfiles = new HashMap<>();

    /** @param kindOf the kind of each identifier that the batch states anew */
    UniqueNames(IdentityDefinition definition, Map<Long, String> kindOf) {
        this.kinds =
                definition.kinds().stream().map(IdentityDefinition.Kind::name).toList();
        this.unique = definition.kinds().stream()
                .filter(IdentityDefinition.Kind::unique)
                .map(IdentityDefinition.Kind::name)
                .toList();
        this.kindOf = new HashMap<>(kindOf);
    }

    /** Reads the unique identifiers that profiles have. */
    void read(Handle handle, Collection<UUID> profiles) {
        if (unique.isEmpty() || profiles.isEmpty()) {
            return;
        }
        handle.createQuery("""
                        select distinct m.profile_id, i.kind, i.identifier_id
                        from membership m
                        join node_identifier l on l.node_id = m.node_id
                        join identifier i on i.identifier_id = l.identifier_id
                        where m.profile_id = any(:profiles) and m.until is null and i.kind = any(:kinds)
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .bindArray("kinds", String.class, unique)
                .reduceResultSet(ofProfiles, (all, row, context) -> {
                    long identifier = row.getLong("identifier_id");
                    kindOf.put(identifier, row.getString("kind"));
                    all.computeIfAbsent(row.getObject("profile_id", UUID.class), profile -> new HashSet<>())
                            .add(identifier);
                    return all;
                });
    }

    /** The place of an identifier's kind: smaller is stronger. */
    int priority(long identifier) {
        return kinds.indexOf(kindOf.getOrDefault(identifier, ""));
    }

    /** Whether somebody has two of a kind of which a person has one. */
    boolean contradictory(Person person) {
        return unique.stream().anyMatch(kind -> of(person, kind).size() > 1);
    }

    /** Whether two have different identifiers of a unique kind that is stronger than the one at a place. */
    boolean differ(Person one, Person other, int weaker) {
        return IntStream.range(0, weaker)
                .mapToObj(kinds::get)
                .filter(unique::contains)
                .anyMatch(kind -> {
                    Set<Long> left = of(one, kind);
                    Set<Long> right = of(other, kind);
                    return !left.isEmpty() && !right.isEmpty() && left.stream().noneMatch(right::contains);
                });
    }

    private Set<Long> of(Person person, String kind) {
        Set<Long> identifiers = new HashSet<>(person.identifiers());
        person.profiles().forEach(profile -> identifiers.addAll(ofProfiles.getOrDefault(profile, Set.of())));
        identifiers.removeIf(identifier -> !kind.equals(kindOf.get(identifier)));
        return identifiers;
    }
}
