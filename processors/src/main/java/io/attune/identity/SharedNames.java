package io.attune.identity;

import io.attune.record.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Which identifiers join, and which are nobody's own since too many entities or too many people share them. Thread-safe. */
final class SharedNames {
    private final IdentityDefinition definition;
    private final LinkStore links;

    SharedNames(IdentityDefinition definition, LinkStore links) {
        this.definition = definition;
        this.links = links;
    }

    /**
     * The identifiers by which each node joins others.
     *
     * @param unknown links that the batch states anew
     * @param locked their identifiers
     */
    Map<Long, Set<Long>> joining(Handle handle, Set<Link> unknown, Map<Identifier, LinkStore.Locked> locked) {
        if (unknown.isEmpty()) {
            return Map.of();
        }
        Map<Long, Long> entities = new HashMap<>(links.entities(
                handle, locked.values().stream().map(LinkStore.Locked::id).toList()));
        unknown.forEach(link -> entities.merge(locked.get(link.identifier()).id(), 1L, Long::sum));
        List<Link> joining = new ArrayList<>();
        List<Link> limited = new ArrayList<>();
        for (Link link : unknown) {
            LinkStore.Locked identifier = locked.get(link.identifier());
            String kind = link.identifier().kind();
            if (identifier.joins() && definition.joins(kind, entities.get(identifier.id()))) {
                joining.add(link);
                if (definition.limitsPersons(kind) && entities.get(identifier.id()) > 1) {
                    limited.add(link);
                }
            }
        }
        Map<Long, Long> persons = limited.isEmpty() ? Map.of() : persons(handle, limited, locked);
        Map<Long, Set<Long>> byNode = new HashMap<>();
        for (Link link : joining) {
            long identifier = locked.get(link.identifier()).id();
            if (persons.getOrDefault(identifier, 0L)
                    <= definition.maximumPersons(link.identifier().kind())) {
                byNode.computeIfAbsent(link.node(), node -> new HashSet<>()).add(identifier);
            }
        }
        return byNode;
    }

    // People are told apart by how their names sound and by their birth dates; of one name, an unknown date is no
    // further person.
    private static Map<Long, Long> persons(Handle handle, List<Link> stated, Map<Identifier, LinkStore.Locked> locked) {
        List<Long> identifiers =
                stated.stream().map(link -> locked.get(link.identifier()).id()).toList();
        return handle.createQuery("""
                        with linked as (
                          select identifier_id, node_id from node_identifier where identifier_id = any(:identifiers)
                          union
                          select * from unnest(:identifiers, :nodes)
                        ), named as (
                          select l.identifier_id, n.names_hash, greatest(1, count(distinct n.birth_hash)) as persons
                          from linked l join match_node n on n.node_id = l.node_id
                          where n.names_hash is not null
                          group by l.identifier_id, n.names_hash
                        )
                        select identifier_id, sum(persons) as persons from named group by identifier_id
                        """)
                .bindArray("identifiers", Long.class, identifiers)
                .bindArray("nodes", Long.class, stated.stream().map(Link::node).toList())
                .reduceResultSet(new HashMap<>(), (persons, row, context) -> {
                    persons.put(row.getLong("identifier_id"), row.getLong("persons"));
                    return persons;
                });
    }
}
