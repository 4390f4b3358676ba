package io.attune.identity;

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
 */
public record IdentityDefinition(List<Kind> kinds, Map<String, Integer> sources, Map<String, Set<String>> ignored) {
    public IdentityDefinition {
        kinds = List.copyOf(kinds);
        sources = Map.copyOf(sources);
        ignored = Map.copyOf(ignored);
    }

    /**
     * A kind of identifier.
     *
     * @param joins whether two entities that share a value are one person
     * @param maximumEntities a value shared by more entities than this is nobody's own, and joins no further ones
     */
    public record Kind(String name, boolean joins, int maximumEntities) {
        public Kind {
            Objects.requireNonNull(name, "name");
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
                Map.of());
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
}
