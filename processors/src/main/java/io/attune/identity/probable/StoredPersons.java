package io.attune.identity.probable;

import io.attune.crypto.Encryption;
import io.attune.identity.matching.Attribute;
import io.attune.profile.AttributeDefinition;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What the sources say of nodes, as far as matching compares it. Thread-safe. */
public final class StoredPersons {
    private static final List<String> NAMES =
            List.of("given_name", "family_name", "birth_date", "street", "city", "region", "postcode", "country");
    private static final List<String> KINDS = List.of("email", "phone", "customer_id");
    private static final Set<Attribute> NAMING =
            Set.of(Attribute.GIVEN_NAME, Attribute.FAMILY_NAME, Attribute.BIRTH_DATE);

    private final Encryption encryption;

    public StoredPersons(Encryption encryption) {
        this.encryption = encryption;
    }

    /** An identifier of a node, and when its source last stated it. */
    public record StatedIdentifier(long node, String kind, String value, Instant statedAt) {}

    /**
     * The values of the nodes that have a name or a birth date and were not deleted by their source.
     *
     * @param further identifiers of the nodes that are not stored yet
     */
    public Map<Long, Map<Attribute, String>> read(
            Handle handle, Collection<Long> nodes, Collection<StatedIdentifier> further) {
        if (nodes.isEmpty()) {
            return Map.of();
        }
        Map<Long, Map<Attribute, String>> persons = attributes(handle, nodes);
        persons.values().removeIf(values -> values.keySet().stream().noneMatch(NAMING::contains));
        if (!persons.isEmpty()) {
            Map<Long, Map<String, StatedIdentifier>> newest = new HashMap<>();
            stored(handle, persons.keySet()).forEach(identifier -> keepNewer(newest, identifier));
            further.forEach(identifier -> keepNewer(newest, identifier));
            persons.forEach((node, values) -> newest.getOrDefault(node, Map.of())
                    .forEach((kind, identifier) ->
                            Attribute.named(kind).ifPresent(attribute -> values.put(attribute, identifier.value()))));
        }
        return persons;
    }

    private Map<Long, Map<Attribute, String>> attributes(Handle handle, Collection<Long> nodes) {
        return handle.createQuery("""
                        select a.node_id, a.name, a.value, a.secret from node_attribute a
                        where a.node_id = any(:nodes) and a.name = any(:names) and a.value is distinct from ''
                          and not exists (
                            select from node_attribute d
                            where d.node_id = a.node_id and d.name = 'deleted' and d.value = 'true')
                        """)
                .bindArray("nodes", Long.class, nodes)
                .bindArray("names", String.class, NAMES)
                .reduceResultSet(new HashMap<>(), (persons, row, context) -> {
                    String name = row.getString("name");
                    byte[] secret = row.getBytes("secret");
                    persons.computeIfAbsent(row.getLong("node_id"), node -> new EnumMap<>(Attribute.class))
                            .put(
                                    Attribute.named(name).orElseThrow(),
                                    secret == null
                                            ? row.getString("value")
                                            : encryption.decrypt(secret, AttributeDefinition.context(name)));
                    return persons;
                });
    }

    private List<StatedIdentifier> stored(Handle handle, Collection<Long> nodes) {
        return handle.createQuery("""
                        select l.node_id, i.kind, i.value, l.occurred_at
                        from node_identifier l join identifier i on i.identifier_id = l.identifier_id
                        where l.node_id = any(:nodes) and i.kind = any(:kinds)
                        """)
                .bindArray("nodes", Long.class, nodes)
                .bindArray("kinds", String.class, KINDS)
                .map((row, context) -> new StatedIdentifier(
                        row.getLong("node_id"),
                        row.getString("kind"),
                        encryption.decrypt(row.getBytes("value"), "identifier:" + row.getString("kind")),
                        row.getTimestamp("occurred_at").toInstant()))
                .list();
    }

    // The newest of each kind is what a source says of its entity today; of two that are as new, always the same.
    private static void keepNewer(Map<Long, Map<String, StatedIdentifier>> newest, StatedIdentifier identifier) {
        if (KINDS.contains(identifier.kind())) {
            newest.computeIfAbsent(identifier.node(), node -> new HashMap<>())
                    .merge(identifier.kind(), identifier, StoredPersons::newer);
        }
    }

    private static StatedIdentifier newer(StatedIdentifier one, StatedIdentifier other) {
        int order = one.statedAt().compareTo(other.statedAt());
        if (order == 0) {
            return one.value().compareTo(other.value()) <= 0 ? one : other;
        }
        return order > 0 ? one : other;
    }
}
