package io.attune.profile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What {@code connectors-config/attributes.yaml} says of people's attributes. An attribute that is not among them is encrypted: who
 * adds a source must not put its people's data in clear by forgetting something. Immutable.
 *
 * @param byName the definitions, by the names of their attributes
 * @param survivorship which of several sources' statements counts, of attributes that have no definition too
 */
public record AttributeDefinitions(Map<String, AttributeDefinition> byName, Survivorship survivorship) {
    public AttributeDefinitions {
        byName = Map.copyOf(byName);
    }

    /** Definitions, and the rules of attributes that have none. */
    static AttributeDefinitions of(Collection<AttributeDefinition> definitions, Survivorship others) {
        Map<String, Survivorship.Rule> rules = definitions.stream()
                .collect(Collectors.toMap(AttributeDefinition::name, AttributeDefinition::survivorship));
        return new AttributeDefinitions(
                definitions.stream().collect(Collectors.toMap(AttributeDefinition::name, each -> each)),
                new Survivorship(rules).and(others));
    }

    /** What holds where the file is absent. */
    public static AttributeDefinitions standard() {
        return StandardAttributes.DEFINITIONS;
    }

    /** The same attributes under other rules of survivorship. */
    public AttributeDefinitions with(Survivorship changed) {
        return new AttributeDefinitions(byName, changed);
    }

    public Optional<AttributeDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whether an attribute is stored in clear. */
    public boolean isClear(String name) {
        return name.equals(AttributeDefinition.DELETED)
                || find(name).filter(each -> each.privacy() == Privacy.ORDINARY).isPresent();
    }

    /** The names of the attributes of people that are stored in clear, sorted. */
    public List<String> clear() {
        return byName.keySet().stream().filter(this::isClear).sorted().toList();
    }

    /** What rules may read: the type, by name. */
    public Map<String, AttributeType> readable() {
        Map<String, AttributeType> readable = new TreeMap<>();
        byName.values().stream()
                .filter(each -> each.segments() && each.privacy() == Privacy.ORDINARY)
                .forEach(each -> readable.put(each.name(), each.type()));
        return readable;
    }

    /** The values that rules may read, of what is known of somebody. What is not of its type is unknown. */
    public Map<String, Object> values(Map<String, String> known) {
        Map<String, Object> values = new HashMap<>();
        readable()
                .forEach((name, type) -> Optional.ofNullable(known.get(name))
                        .flatMap(type::value)
                        .ifPresent(value -> values.put(name, value)));
        return values;
    }

    /** What templates may name: the attribute, by token. */
    public Map<String, String> tokens() {
        Map<String, String> tokens = new TreeMap<>();
        byName.values().forEach(each -> each.token().ifPresent(token -> tokens.put(token, each.name())));
        return tokens;
    }
}
