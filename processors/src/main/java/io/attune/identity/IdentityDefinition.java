package io.attune.identity;

import io.attune.profile.Survivorship;
import io.attune.record.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What {@code connectors-config/identity.yaml} says: which identifiers tell that two records are about one person, and which source
 * is believed where two speak at the same instant.
 *
 * @param kinds the strongest first; identifiers of other kinds are not kept
 * @param sources rank by source: the higher is believed
 * @param ignored values, by kind, that many people share, such as a shop's own address
 * @param survivorship which of several sources' statements counts
 */
public record IdentityDefinition(
        List<Kind> kinds, Map<String, Integer> sources, Map<String, Set<String>> ignored, Survivorship survivorship) {
    public IdentityDefinition {
        kinds = List.copyOf(kinds);
        sources = Map.copyOf(sources);
        ignored = Map.copyOf(ignored);
    }

    /**
     * A kind of identifier.
     *
     * @param joins whether two entities that share a value are one person
     * @param unique whether a person has one value of it: who has another is somebody else, whatever weaker kinds say
     * @param maximumEntities a value shared by more entities than this is nobody's own, and joins no further ones
     * @param maximumPersons the same for people who are told apart by name and birth date
     */
    public record Kind(String name, boolean joins, boolean unique, int maximumEntities, int maximumPersons) {
        /** No limit. */
        public static final int UNLIMITED = Integer.MAX_VALUE;

        public Kind {
            Objects.requireNonNull(name, "name");
        }

        Kind(String name, boolean joins, int maximumEntities) {
            this(name, joins, false, maximumEntities, UNLIMITED);
        }
    }

    /** What holds where the file is absent. */
    public static IdentityDefinition standard() {
        return new IdentityDefinition(
                List.of(
                        new Kind("customer_id", true, 50),
                        new Kind("salesforce_id", true, 5),
                        new Kind("loyalty_id", true, 20),
                        new Kind("email", true, 20),
                        new Kind("phone", true, 20),
                        new Kind("anonymous_id", true, 20)),
                Map.of("salesforce", 40, "pos", 30, "web", 20, "mailchimp", 10, "sms", 10),
                Map.of(),
                Survivorship.NEWEST);
    }

    /** Rank of a source for survivorship: larger is more trusted; an unknown source has the least. */
    public short rank(String source) {
        return sources.getOrDefault(source, 0).shortValue();
    }

    boolean keeps(Identifier identifier) {
        return kinds.stream().anyMatch(kind -> kind.name().equals(identifier.kind()))
                && !ignored.getOrDefault(identifier.kind(), Set.of()).contains(identifier.value());
    }

    /** Whether a value that this many entities share tells that they are one person. */
    boolean joins(String kindName, long entities) {
        return kinds.stream()
                .anyMatch(kind -> kind.joins()
                        && entities <= kind.maximumEntities()
                        && kind.name().equals(kindName));
    }

    boolean limitsPersons(String kindName) {
        return maximumPersons(kindName) != Kind.UNLIMITED;
    }

    /** How many people, told apart by name and birth date, may share a value that still tells that they are one. */
    int maximumPersons(String kindName) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(kindName))
                .mapToInt(Kind::maximumPersons)
                .findFirst()
                .orElse(Kind.UNLIMITED);
    }
}
