package io.attune.delivery;

import static io.attune.delivery.DeliveryStore.at;

import io.attune.consent.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of table delivery after the call. Stateless; every method runs in the caller's transaction. */
final class OutcomeStore {

    // A claim that outlived its lease is unknown by now, and its answer is still the truth; a receipt may have been
    // faster.
    private static final String SENT = """
            update delivery
               set state = case state when 'delivered' then 'delivered' else 'sent' end, reason = null, lease_until = null,
                   sent_at = coalesce(sent_at, :now), channel_message_id = :message
             where delivery_id = :delivery and state in ('sending', 'unknown', 'delivered')
            """;

    private static final String ENDED = """
            update delivery
               set state = :state, reason = :reason, lease_until = null
             where delivery_id = :delivery and attempts = :attempts and state in ('sending', 'unknown')
            """;

    private static final String LATER = """
            update delivery
               set state = :state, reason = :reason, lease_until = null, due_at = :due
             where delivery_id = :delivery and attempts = :attempts and state = 'sending'
            """;

    private static final String LEASES = """
            update delivery
               set state = 'unknown', reason = 'the node that sent it did not report', lease_until = null, due_at = :now
             where state = 'sending' and lease_until < :now
            """;

    private static final String LOCK_UNKNOWN = """
            select delivery_id, profile_id, token, attempted_at, expires_at, attempts,
                   encode(address_hash, 'hex') as hash
              from delivery
             where channel = :channel and state = 'unknown' and due_at <= :now
             order by due_at
             limit :most
               for update skip locked
            """;

    private static final String HOLD = "update delivery set due_at = :until where delivery_id = any(:deliveries)";

    private static final String CLAIMED = """
            select channel_message_id
              from delivery
             where channel = :channel and address_hash = decode(:hash, 'hex') and channel_message_id is not null
            """;

    private static final String RIVALS = """
            select count(*) from delivery
             where channel = :channel and address_hash = decode(:hash, 'hex') and state = 'unknown'
            """;

    private static final String AGAIN = """
            update delivery
               set state = case when expires_at > :now then 'pending' else 'expired' end,
                   reason = 'the channel does not have it', due_at = :now
             where delivery_id = :delivery and state = 'unknown'
            """;

    private static final String STILL_UNKNOWN =
            "update delivery set due_at = :due, reason = :reason where delivery_id = :delivery and state = 'unknown'";

    void sent(Handle handle, UUID delivery, String message, Instant now) {
        handle.createUpdate(SENT)
                .bind("delivery", delivery)
                .bind("message", message.isEmpty() ? null : message)
                .bind("now", at(now))
                .execute();
    }

    void ended(Handle handle, Claim claim, String state, String reason) {
        handle.createUpdate(ENDED)
                .bind("delivery", claim.delivery())
                .bind("attempts", claim.attempt())
                .bind("state", state)
                .bind("reason", reason)
                .execute();
    }

    void later(Handle handle, Claim claim, String state, String reason, Instant due) {
        handle.createUpdate(LATER)
                .bind("delivery", claim.delivery())
                .bind("attempts", claim.attempt())
                .bind("state", state)
                .bind("reason", reason)
                .bind("due", at(due))
                .execute();
    }

    /** Claims whose lease ran out become unknown. */
    int leasesRunOut(Handle handle, Instant now) {
        return handle.createUpdate(LEASES).bind("now", at(now)).execute();
    }

    List<LockedUnknown> lockUnknown(Handle handle, Channel channel, Instant now, int most, Instant until) {
        List<LockedUnknown> locked = handle.createQuery(LOCK_UNKNOWN)
                .bind("channel", channel.id())
                .bind("now", at(now))
                .bind("most", most)
                .map((row, context) -> locked(row))
                .list();
        handle.createUpdate(HOLD)
                .bind("until", at(until))
                .bindArray(
                        "deliveries",
                        UUID.class,
                        locked.stream().map(LockedUnknown::delivery).toList())
                .execute();
        return locked;
    }

    private static LockedUnknown locked(ResultSet row) throws SQLException {
        return new LockedUnknown(
                row.getObject("delivery_id", UUID.class),
                row.getObject("profile_id", UUID.class),
                row.getString("token"),
                row.getObject("attempted_at", OffsetDateTime.class).toInstant(),
                row.getString("hash"));
    }

    /** What the same address already accounts for. */
    Set<String> accountedFor(Handle handle, Channel channel, String hash) {
        return handle.createQuery(CLAIMED)
                .bind("channel", channel.id())
                .bind("hash", hash)
                .mapTo(String.class)
                .set();
    }

    int rivals(Handle handle, Channel channel, String hash) {
        return handle.createQuery(RIVALS)
                .bind("channel", channel.id())
                .bind("hash", hash)
                .mapTo(Integer.class)
                .one();
    }

    void again(Handle handle, UUID delivery, Instant now) {
        handle.createUpdate(AGAIN)
                .bind("delivery", delivery)
                .bind("now", at(now))
                .execute();
    }

    void stillUnknown(Handle handle, UUID delivery, String reason, Instant due) {
        handle.createUpdate(STILL_UNKNOWN)
                .bind("delivery", delivery)
                .bind("reason", reason)
                .bind("due", at(due))
                .execute();
    }

    record LockedUnknown(UUID delivery, UUID profile, String token, Instant attemptedAt, String hash) {}
}
