package io.attune.campaign;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Writes what was decided. Stateless; every method runs in the caller's transaction, a statement each. */
final class DecisionStore {

    private static final String DELIVERIES = """
            insert into delivery (delivery_id, profile_id, campaign, occurrence, channel, purpose, state, token, due_at,
                                  expires_at, received_at, created_at, context, release_hash)
            select delivery_id, profile_id, campaign, occurrence, channel, purpose, 'pending', token, due_at::timestamptz,
                   expires_at::timestamptz, received_at::timestamptz, :now, context::jsonb, :release
              from unnest(:ids, :profiles, :campaigns, :occurrences, :channels, :purposes, :tokens, :dues, :expiries, :receipts,
                          :contexts)
                   as decided(delivery_id, profile_id, campaign, occurrence, channel, purpose, token, due_at, expires_at,
                              received_at, context)
                on conflict (profile_id, campaign, occurrence) do nothing
            """;

    private static final String KINDS = """
            select distinct membership.profile_id, identifier.kind
              from membership
              join node_identifier using (node_id)
              join identifier using (identifier_id)
             where membership.profile_id = any(:profiles)
               and membership.until is null
               and identifier.kind in ('email', 'salesforce_id')
            """;

    /** Returns how many deliveries are new. */
    int insert(Handle handle, List<Decision> decisions, Instant now, String release) {
        return handle.createUpdate(DELIVERIES)
                .bind("now", at(now))
                .bind("release", release)
                .bindArray("ids", UUID.class, column(decisions, Decision::delivery))
                .bindArray("profiles", UUID.class, column(decisions, Decision::profile))
                .bindArray(
                        "campaigns",
                        String.class,
                        column(decisions, each -> each.campaign().name()))
                .bindArray("occurrences", String.class, column(decisions, Decision::occurrence))
                .bindArray(
                        "channels",
                        String.class,
                        column(decisions, each -> each.campaign().channel().id()))
                .bindArray(
                        "purposes",
                        String.class,
                        column(decisions, each -> each.campaign().purpose()))
                .bindArray("tokens", String.class, column(decisions, Decision::token))
                .bindArray(
                        "dues",
                        String.class,
                        column(decisions, each -> each.dueAt().toString()))
                .bindArray(
                        "expiries",
                        String.class,
                        column(decisions, each -> each.expiresAt().toString()))
                .bindArray(
                        "receipts",
                        String.class,
                        column(decisions, each -> each.receivedAt().toString()))
                .bindArray("contexts", String.class, column(decisions, Decision::context))
                .execute();
    }

    private static <T> List<T> column(List<Decision> decisions, Function<Decision, T> value) {
        return decisions.stream().map(value).toList();
    }

    /** Which kinds of identifiers that channels know people by each profile has. */
    Map<UUID, Set<String>> kinds(Handle handle, Collection<UUID> profiles) {
        Map<UUID, Set<String>> kinds = new HashMap<>();
        handle.createQuery(KINDS)
                .bindArray("profiles", UUID.class, profiles)
                .map((row, context) -> kinds.computeIfAbsent(
                                row.getObject("profile_id", UUID.class), profile -> new HashSet<>())
                        .add(row.getString("kind")))
                .list();
        return kinds;
    }

    /** Wakes who waits for a queue, once this transaction has committed. */
    void wake(Handle handle, String channel, String queue) {
        handle.execute("select pg_notify(?, ?)", channel, queue);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
