package io.attune.identity;

import io.attune.crypto.Encryption;
import io.attune.record.Identifier;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Identifiers, and the nodes that they were stated of. Thread-safe. */
final class LinkStore {
    private final Encryption encryption;

    LinkStore(Encryption encryption) {
        this.encryption = encryption;
    }

    /** A link that exists: its identifier's row, and when it was last stated. */
    record Known(long identifier, Instant statedAt) {}

    /** A locked identifier. It joins unless an unmerge found that several people share it. */
    record Locked(long id, boolean joins) {}

    Map<Link, Known> known(Handle handle, Collection<Link> links) {
        if (links.isEmpty()) {
            return Map.of();
        }
        List<Link> wanted = List.copyOf(links);
        List<Identifier> identifiers = wanted.stream().map(Link::identifier).toList();
        return bind(handle.createQuery("""
                                select w.ordinal, i.identifier_id, l.occurred_at
                                from unnest(:nodes, :kinds, :hashes) with ordinality
                                  as w (node_id, kind, value_hash, ordinal)
                                join identifier i on i.kind = w.kind and i.value_hash = w.value_hash
                                join node_identifier l
                                  on l.node_id = w.node_id and l.identifier_id = i.identifier_id
                                """), identifiers)
                .bindArray("nodes", Long.class, wanted.stream().map(Link::node).toList())
                .reduceResultSet(new HashMap<>(), (known, row, context) -> {
                    known.put(
                            wanted.get(row.getInt("ordinal") - 1),
                            new Known(
                                    row.getLong("identifier_id"),
                                    row.getTimestamp("occurred_at").toInstant()));
                    return known;
                });
    }

    /**
     * Locks the identifiers until the end of the transaction, creating those that are absent: whoever links one of them next waits,
     * and then sees this batch's memberships. Both passes are sorted, so two batches never wait for each other in a circle.
     */
    Map<Identifier, Locked> lock(Handle handle, Collection<Identifier> identifiers) {
        List<Identifier> wanted = List.copyOf(identifiers);
        bind(handle.createUpdate("""
                                insert into identifier (kind, value_hash, value)
                                select kind, value_hash, value
                                from unnest(:kinds, :hashes, :values) as w (kind, value_hash, value)
                                order by kind, value_hash
                                on conflict do nothing
                                """), wanted)
                .bindArray(
                        "values",
                        byte[].class,
                        wanted.stream().map(this::encrypt).toList())
                .execute();
        return bind(handle.createQuery("""
                                select w.ordinal, i.identifier_id, i.joins
                                from unnest(:kinds, :hashes) with ordinality as w (kind, value_hash, ordinal)
                                join identifier i on i.kind = w.kind and i.value_hash = w.value_hash
                                order by i.kind, i.value_hash
                                for no key update of i
                                """), wanted).reduceResultSet(new HashMap<>(), (locked, row, context) -> {
            locked.put(
                    wanted.get(row.getInt("ordinal") - 1),
                    new Locked(row.getLong("identifier_id"), row.getBoolean("joins")));
            return locked;
        });
    }

    /** How many entities each identifier was stated of already. */
    Map<Long, Long> entities(Handle handle, Collection<Long> identifiers) {
        return handle.createQuery("""
                        select identifier_id, count(*) as entities from node_identifier
                        where identifier_id = any(:identifiers) group by identifier_id
                        """)
                .bindArray("identifiers", Long.class, identifiers)
                .reduceResultSet(new HashMap<>(), (entities, row, context) -> {
                    entities.put(row.getLong("identifier_id"), row.getLong("entities"));
                    return entities;
                });
    }

    /** Links nodes with identifiers, or raises the instant at which a link was last stated. */
    void state(Handle handle, Map<Link, Long> identifiers, Map<Link, Instant> statedAt) {
        if (identifiers.isEmpty()) {
            return;
        }
        List<Link> links = List.copyOf(identifiers.keySet());
        handle.createUpdate("""
                        insert into node_identifier (node_id, identifier_id, occurred_at)
                        select * from unnest(:nodes, :identifiers, :stated)
                        on conflict (node_id, identifier_id)
                          do update set occurred_at = greatest(node_identifier.occurred_at, excluded.occurred_at)
                        """)
                .bindArray("nodes", Long.class, links.stream().map(Link::node).toList())
                .bindArray(
                        "identifiers",
                        Long.class,
                        links.stream().map(identifiers::get).toList())
                .bindArray(
                        "stated",
                        Instant.class,
                        links.stream().map(statedAt::get).toList())
                .execute();
    }

    private <S extends SqlStatement<S>> S bind(S statement, List<Identifier> identifiers) {
        return statement
                .bindArray(
                        "kinds",
                        String.class,
                        identifiers.stream().map(Identifier::kind).toList())
                .bindArray(
                        "hashes",
                        byte[].class,
                        identifiers.stream()
                                .map(identifier -> encryption.hash(identifier.kind(), identifier.value()))
                                .collect(Collectors.toList()));
    }

    private byte[] encrypt(Identifier identifier) {
        return encryption.encrypt(identifier.value(), "identifier:" + identifier.kind());
    }
}
