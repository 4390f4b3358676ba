package io.attune.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.crypto.Encryption;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeDefinitions;
import io.attune.record.ConsentStatement;
import io.attune.record.CustomerRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Stores what sources say of their entities: attributes and consents, at the node. Thread-safe. */
final class StatementWriter {
    private record AttributeKey(long node, String name) {}

    private record Attribute(AttributeKey key, String value, Instant occurredAt, short rank, UUID recordId) {}

    private record Consent(NodeRecord record, ConsentStatement statement) {}

    // As PostgreSQL compares: instants, numbers, then the bytes of the id.
    private static final Comparator<Attribute> STRENGTH = Comparator.comparing(Attribute::occurredAt)
            .thenComparing(Attribute::rank)
            .thenComparing(attribute -> attribute.recordId().toString());

    private final IdentityDefinition definition;
    private final Encryption encryption;
    private final Supplier<AttributeDefinitions> attributes;
    private final ObjectMapper json = new ObjectMapper();

    StatementWriter(IdentityDefinition definition, Encryption encryption, Supplier<AttributeDefinitions> attributes) {
        this.definition = definition;
        this.encryption = encryption;
        this.attributes = attributes;
    }

    void write(Handle handle, List<NodeRecord> records) {
        Map<AttributeKey, Attribute> strongest = new HashMap<>();
        List<Consent> consents = new ArrayList<>();
        for (NodeRecord resolved : records) {
            if (resolved.record() instanceof CustomerRecord customer) {
                attributes(resolved, customer)
                        .forEach(attribute -> strongest.merge(
                                attribute.key(),
                                attribute,
                                (one, other) -> STRENGTH.compare(one, other) > 0 ? one : other));
            }
            resolved.record().consents().forEach(consent -> consents.add(new Consent(resolved, consent)));
        }
        writeAttributes(handle, strongest.values());
        writeConsents(handle, consents);
    }

    private List<Attribute> attributes(NodeRecord resolved, CustomerRecord customer) {
        Map<String, String> values = new HashMap<>(customer.attributes());
        values.put(AttributeDefinition.DELETED, Boolean.toString(customer.deleted()));
        List<Attribute> attributes = new ArrayList<>();
        values.forEach((name, value) -> attributes.add(new Attribute(
                new AttributeKey(resolved.node(), name),
                value,
                customer.occurredAt(),
                definition.rank(customer.source()),
                customer.recordId())));
        return attributes;
    }

    private void writeAttributes(Handle handle, Collection<Attribute> stated) {
        if (stated.isEmpty()) {
            return;
        }
        AttributeDefinitions current = attributes.get();
        handle.createUpdate("""
                        insert into node_attribute as old
                          (node_id, name, value, secret, occurred_at, source_rank, record_id)
                        select * from unnest(
                          :nodes, :names, :values, :secrets, :occurred, :ranks, :records)
                        on conflict (node_id, name) do update set
                          value = excluded.value, secret = excluded.secret, occurred_at = excluded.occurred_at,
                          source_rank = excluded.source_rank, record_id = excluded.record_id
                        where (excluded.occurred_at, excluded.source_rank, excluded.record_id)
                          > (old.occurred_at, old.source_rank, old.record_id)
                        """)
                .bindArray(
                        "nodes",
                        Long.class,
                        map(stated, attribute -> attribute.key().node()))
                .bindArray(
                        "names",
                        String.class,
                        map(stated, attribute -> attribute.key().name()))
                .bindArray("values", String.class, map(stated, attribute -> clear(attribute, current)))
                .bindArray("secrets", byte[].class, map(stated, attribute -> secret(attribute, current)))
                .bindArray("occurred", Instant.class, map(stated, attribute -> attribute.occurredAt()))
                .bindArray("ranks", Short.class, map(stated, attribute -> attribute.rank()))
                .bindArray("records", UUID.class, map(stated, Attribute::recordId))
                .execute();
    }

    // A cleared attribute names nobody, and must be seen by SQL: it is empty and in clear, whatever its kind.
    private static String clear(Attribute attribute, AttributeDefinitions current) {
        return isClear(attribute, current) ? attribute.value() : null;
    }

    private byte[] secret(Attribute attribute, AttributeDefinitions current) {
        String name = attribute.key().name();
        return isClear(attribute, current)
                ? null
                : encryption.encrypt(attribute.value(), AttributeDefinition.context(name));
    }

    private static boolean isClear(Attribute attribute, AttributeDefinitions current) {
        return attribute.value().isEmpty() || current.isClear(attribute.key().name());
    }

    private void writeConsents(Handle handle, List<Consent> consents) {
        if (consents.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        insert into consent (record_id, node_id, channel, purpose, state, occurred_at, received_at,
                          source_rank, evidence)
                        select * from unnest(:records, :nodes, :channels, :purposes, :states, :occurred,
                          :received, :ranks, :evidence)
                        """)
                .bindArray(
                        "records",
                        UUID.class,
                        map(consents, consent -> consent.record().record().recordId()))
                .bindArray(
                        "nodes",
                        Long.class,
                        map(consents, consent -> consent.record().node()))
                .bindArray(
                        "channels",
                        String.class,
                        map(consents, consent -> consent.statement().channel()))
                .bindArray(
                        "purposes",
                        String.class,
                        map(consents, consent -> consent.statement().purpose()))
                .bindArray(
                        "states",
                        String.class,
                        map(consents, consent -> consent.statement().state().code()))
                .bindArray(
                        "occurred",
                        Instant.class,
                        map(consents, consent -> consent.statement().occurredAt()))
                .bindArray(
                        "received",
                        Instant.class,
                        map(consents, consent -> consent.record().record().receivedAt()))
                .bindArray(
                        "ranks",
                        Short.class,
                        map(
                                consents,
                                consent -> definition.rank(
                                        consent.record().record().source())))
                .bindArray("evidence", byte[].class, map(consents, this::evidence))
                .execute();
    }

    private byte[] evidence(Consent consent) {
        if (consent.statement().evidence().isEmpty()) {
            return null;
        }
        try {
            return encryption.encrypt(json.writeValueAsBytes(consent.statement().evidence()), "evidence");
        } catch (JsonProcessingException e) {
            throw new AttuneException(
                    "EVIDENCE_UNWRITABLE", ErrorCategory.INTERNAL, "evidence could not be written", e);
        }
    }

    private static <T, R> List<R> map(Collection<T> items, Function<T, R> column) {
        List<R> values = new ArrayList<>(items.size());
        items.forEach(item -> values.add(column.apply(item)));
        return values;
    }
}
