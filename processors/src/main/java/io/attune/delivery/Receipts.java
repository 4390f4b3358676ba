package io.attune.delivery;

import static io.attune.delivery.DeliveryStore.at;

import io.attune.consent.Address;
import io.attune.consent.Channel;
import io.attune.database.Database;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What channels report of deliveries after they took them, found by our token. A report also settles a delivery whose own
 * answer was lost. Thread-safe; every method joins the thread's transaction, if there is one.
 */
public final class Receipts {

    private static final String FIND = """
            select delivery_id, profile_id, campaign, channel, purpose, encode(address_hash, 'hex') as hash
              from delivery where token = :token
            """;

    private static final String TAKEN = """
            update delivery
               set state = 'sent', reason = null, lease_until = null, sent_at = coalesce(sent_at, :now),
                   channel_message_id = coalesce(channel_message_id, :message)
             where delivery_id = :delivery and state in ('sending', 'unknown')
            """;

    private static final String ENDED = """
            update delivery
               set state = :state, reason = :reason, lease_until = null, sent_at = coalesce(sent_at, :now),
                   channel_message_id = coalesce(channel_message_id, :message)
             where delivery_id = :delivery and state in ('sending', 'unknown', 'sent', 'delivered')
            """;

    private final Database database;
    private final AddressBook addresses;
    private final Clock clock;

    public Receipts(Database database, AddressBook addresses, Clock clock) {
        this.database = database;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** The delivery of a token; empty when it is none of ours, or its address was erased. */
    public Optional<KnownDelivery> find(String token) {
        return database.inHandle(handle -> handle.createQuery(FIND)
                .bind("token", token)
                .map((row, context) -> known(
                        handle,
                        row.getObject("delivery_id", UUID.class),
                        row.getString("campaign"),
                        Channel.of(row.getString("channel")),
                        row.getString("purpose"),
                        Optional.ofNullable(row.getString("hash"))))
                .findOne()
                .flatMap(found -> found));
    }

    private Optional<KnownDelivery> known(
            Handle handle, UUID delivery, String campaign, Channel channel, String purpose, Optional<String> hash) {
        Optional<Address> address = hash.flatMap(each -> addresses.byHash(handle, channel, each));
        return address.map(each -> new KnownDelivery(delivery, campaign, channel, purpose, each));
    }

    /** The channel took it and calls it {@code message}. */
    public void taken(KnownDelivery delivery, String message) {
        update(TAKEN, delivery, message, "sent", Optional.empty());
    }

    /** It arrived. */
    public void delivered(KnownDelivery delivery, String message) {
        update(ENDED, delivery, message, "delivered", Optional.empty());
    }

    /** It will not arrive. */
    public void failed(KnownDelivery delivery, String message, String reason) {
        update(ENDED, delivery, message, "failed", Optional.of(reason));
    }

    private void update(String sql, KnownDelivery delivery, String message, String state, Optional<String> reason) {
        database.useHandle(handle -> handle.createUpdate(sql)
                .bind("delivery", delivery.delivery())
                .bind("message", message)
                .bind("state", state)
                .bind("reason", reason.orElse(null))
                .bind("now", at(clock.instant()))
                .execute());
    }
}
