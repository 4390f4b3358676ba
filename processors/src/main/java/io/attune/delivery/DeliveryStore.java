package io.attune.delivery;

import io.attune.consent.Address;
import io.attune.consent.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of table delivery up to the call. Stateless; every method runs in the caller's transaction. */
final class DeliveryStore {

    private static final String LOCK_DUE = """
            select delivery_id, profile_id, campaign, occurrence, purpose, token, attempts, expires_at, context
              from delivery
             where channel = :channel and state = 'pending' and due_at <= :now
               and not exists (select from paused_channel paused where paused.channel = :channel)
             order by due_at
             limit :most
               for update skip locked
            """;

    private static final String TAKEN = """
            select asked.delivery_id
              from unnest(:deliveries, :campaigns, :occurrences, :hashes)
                   as asked(delivery_id, campaign, occurrence, hash)
             where exists (
                   select from delivery other
                    where other.campaign = asked.campaign
                      and other.occurrence = asked.occurrence
                      and other.address_hash = decode(asked.hash, 'hex')
                      and other.delivery_id <> asked.delivery_id)
            """;

    private static final String CLAIM = """
            update delivery
               set state = 'sending', reason = null, attempts = attempts + 1, lease_until = :lease_until,
                   attempted_at = :now, address_hash = decode(:hash, 'hex')
             where delivery_id = :delivery
            """;

    private static final String END = """
            update delivery
               set state = :state, reason = :reason, lease_until = null, address_hash = null
             where delivery_id = :delivery
            """;

    List<DueDelivery> lockDue(Handle handle, Channel channel, Instant now, int most) {
        return handle.createQuery(LOCK_DUE)
                .bind("channel", channel.id())
                .bind("now", at(now))
                .bind("most", most)
                .map((row, context) -> due(row))
                .list();
    }

    private static DueDelivery due(ResultSet row) throws SQLException {
        return new DueDelivery(
                row.getObject("delivery_id", UUID.class),
                row.getObject("profile_id", UUID.class),
                row.getString("campaign"),
                row.getString("occurrence"),
                row.getString("purpose"),
                row.getString("token"),
                row.getInt("attempts"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Json.read(row.getString("context")).orElseGet(Json::object));
    }

    /** Those whose address has, or is getting, a message of the same campaign and occurrence through another delivery. */
    Set<UUID> taken(Handle handle, List<DueDelivery> deliveries, Map<UUID, Address> addresses) {
        if (deliveries.isEmpty()) {
            return Set.of();
        }
        return handle
                .createQuery(TAKEN)
                .bindArray(
                        "deliveries",
                        UUID.class,
                        deliveries.stream().map(DueDelivery::delivery).toList())
                .bindArray(
                        "campaigns",
                        String.class,
                        deliveries.stream().map(DueDelivery::campaign).toList())
                .bindArray(
                        "occurrences",
                        String.class,
                        deliveries.stream().map(DueDelivery::occurrence).toList())
                .bindArray(
                        "hashes",
                        String.class,
                        deliveries.stream()
                                .map(due -> addresses.get(due.profile()).hash())
                                .toList())
                .mapTo(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }

    void claim(Handle handle, Collection<Claim> claims, Map<UUID, Address> addresses, Instant now) {
        PreparedBatch batch = handle.prepareBatch(CLAIM);
        claims.forEach(claim -> batch.bind("delivery", claim.delivery())
                .bind("lease_until", at(claim.leaseUntil()))
                .bind("now", at(now))
                .bind("hash", addresses.get(claim.profile()).hash())
                .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Ends deliveries that were never sent; their address stays free for another. */
    void end(Handle handle, String state, Map<UUID, String> reasons) {
        PreparedBatch batch = handle.prepareBatch(END);
        reasons.forEach((delivery, reason) -> batch.bind("delivery", delivery)
                .bind("state", state)
                .bind("reason", reason)
                .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
