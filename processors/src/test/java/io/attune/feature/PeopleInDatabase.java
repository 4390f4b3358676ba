package io.attune.feature;

import io.attune.database.PostgresDatabase;
import io.attune.feature.calculation.Statistic;
import io.attune.profile.NodeDay;
import io.attune.profile.ProfileChanges;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Writes people and events straight into the tables, for tests of what is computed from them. */
public final class PeopleInDatabase {

    private final PostgresDatabase postgres;

    public PeopleInDatabase(PostgresDatabase postgres) {
        this.postgres = postgres;
    }

    /** A profile of some nodes, whose identifier says that they are somebody's. */
    public Person person(Instant createdAt, int nodes) {
        return postgres.database().inTransaction(handle -> {
            UUID profile = UUID.randomUUID();
            handle.execute(
                    "insert into profile (profile_id, created_at, changed_at) values (?, ?, ?)",
                    profile,
                    createdAt,
                    createdAt);
            List<Long> ids = IntStream.range(0, nodes)
                    .mapToObj(index -> node(handle, profile, createdAt))
                    .toList();
            return new Person(profile, ids);
        });
    }

    /** What the identity stage does with two profiles of one person. */
    public void merge(UUID merged, UUID survivor, Instant now) {
        postgres.database().useTransaction(handle -> {
            handle.execute("""
                    with ended as (
                      update membership set until = greatest(?, since + interval '1 microsecond')
                      where profile_id = ? and until is null returning node_id, until)
                    insert into membership (node_id, profile_id, since, reason)
                    select node_id, ?, until, 'merge:' || ? from ended
                    """, now, merged, survivor, merged);
            handle.execute(
                    "update profile set merged_into = ?, deferred_at = null where profile_id = ?", survivor, merged);
        });
    }

    /** Writes events, received at one moment. */
    public void receive(Collection<Activity> events, Instant receivedAt, boolean backfill) {
        postgres.database().useTransaction(handle -> {
            for (Activity event : events) {
                handle.execute(
                        """
                        insert into event (record_id, node_id, source, type, occurred_at, received_at, processed_at,
                                           backfill, schema_version, amount, currency, utc_offset_minutes, properties)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 'EUR', ?, cast(? as jsonb))
                        """,
                        UUID.randomUUID(),
                        event.node(),
                        event.source(),
                        event.type(),
                        event.occurredAt(),
                        receivedAt,
                        receivedAt,
                        backfill,
                        BigDecimal.valueOf(event.amount(), 4),
                        event.utcOffsetMinutes(),
                        event.properties().toString());
            }
        });
    }

    /** What the identity stage would say of a batch of these events of one profile. */
    public static ProfileChanges changes(UUID profile, Collection<Activity> events) {
        return new ProfileChanges(Set.of(profile), Set.of(), days(events), List.of());
    }

    /** The same, when every one of them tells of the past. */
    public static ProfileChanges deferred(UUID profile, Collection<Activity> events) {
        return new ProfileChanges(Set.of(), Set.of(profile), days(events), List.of());
    }

    private static Set<NodeDay> days(Collection<Activity> events) {
        return events.stream()
                .map(event -> new NodeDay(event.node(), Statistic.date(event.occurredAt())))
                .collect(Collectors.toSet());
    }

    private static long node(Handle handle, UUID profile, Instant createdAt) {
        byte[] unique = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        long node = handle.createQuery("""
                        insert into identity_node (source, entity_hash, entity, created_at)
                        values ('web', :unique, :unique, :createdAt) returning node_id
                        """)
                .bind("unique", unique)
                .bind("createdAt", createdAt)
                .mapTo(Long.class)
                .one();
        long identifier =
                handle.createQuery("""
                        insert into identifier (kind, value_hash, value) values ('customer_id', :unique, :unique)
                        returning identifier_id
                        """).bind("unique", unique).mapTo(Long.class).one();
        handle.execute(
                "insert into node_identifier (node_id, identifier_id, occurred_at) values (?, ?, ?)",
                node,
                identifier,
                createdAt);
        handle.execute(
                "insert into membership (node_id, profile_id, since, reason) values (?, ?, ?, 'test')",
                node,
                profile,
                createdAt);
        return node;
    }

    /** A profile and its nodes. */
    public record Person(UUID profile, List<Long> nodes) {}
}
