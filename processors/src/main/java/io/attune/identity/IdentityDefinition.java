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
 * @param sources the most trusted last
 * @param ignored values, by kind, that many people share, such as a shop's own address
 */
public record IdentityDefinition(List<Kind> kinds, List<String> sources, Map<String, Set<String>> ignored) {
    public IdentityDefinition {
        kinds = List.copyOf(kinds);
        sources = List.copyOf(sources);
        ignored = Map.copyOf(ignored);
    }

    /**
     * A kind of identifier.
     *
     * @param joins whether two entities that share a value are one person
     */
    public record Kind(String name, boolean joins) {
        public Kind {
            Objects.requireNonNull(name, "name");
        }
    }

    /** What holds where the file is absent. */
    public static IdentityDefinition standard() {
        return new IdentityDefinition(
                List.of(
                        new Kind("customer_id", true),
                        new Kind("salesforce_id", true),
                        new Kind("loyalty_id", true),
                        new Kind("email", true),
                        new Kind("phone", true),
                        new Kind("anonymous_id", true)),
                List.of("web", "sms", "mailchimp", "pos", "salesforce"),
                Map.of());
    }

    /** Rank of a source for survivorship: larger is more trusted; an unknown source has the least. */
    public short rank(String source) {
        return (short) (sources.indexOf(source) + 1);
    }

    boolean keeps(Identifier identifier) {
        return kinds.stream().anyMatch(kind -> kind.name().equals(identifier.kind()))
                && !ignored.getOrDefault(identifier.kind(), Set.of()).contains(identifier.value());
    }

    boolean joins(String kindName) {
        return kinds.stream().anyMatch(kind -> kind.joins() && kind.name().equals(kindName));
    }
}
