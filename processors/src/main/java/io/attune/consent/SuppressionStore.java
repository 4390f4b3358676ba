package io.attune.consent;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Addresses that must not be written to, by keyed hash. Stateless; every method runs in the caller's transaction. */
public final class SuppressionStore {

    private static final String FIND = """
            select encode(address_hash, 'hex') as address_hash, reason, since
              from suppression
             where channel = :channel
               and address_hash in (select decode(hash, 'hex') from unnest(:hashes) as hash)
            """;

    // A channel's finding outlives a wish, and is never weakened by one; of two wishes the later counts.
    private static final String SUPPRESS = """
            insert into suppression (channel, address_hash, reason, since)
            values (:channel, decode(:hash, 'hex'), :reason, :since)
                on conflict (channel, address_hash) do update
               set reason = excluded.reason, since = greatest(suppression.since, excluded.since)
             where suppression.reason in ('unsubscribed', 'stopped')
            """;

    private static final String LIFT = """
            delete from suppression
             where channel = :channel and address_hash = decode(:hash, 'hex') and reason = :reason and since < :at
            """;

    /** The suppressions among these hashes, by hash; {@code channel} is the one of consents (email, sms). */
    public Map<String, Suppression> find(Handle handle, String channel, Collection<String> hashes) {
        return handle
                .createQuery(FIND)
                .bind("channel", channel)
                .bindArray("hashes", String.class, hashes)
                .map((row, context) -> Map.entry(
                        row.getString("address_hash"),
                        new Suppression(
                                row.getString("reason"),
                                row.getObject("since", OffsetDateTime.class).toInstant())))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public void suppress(Handle handle, String channel, String hash, String reason, Instant since) {
        handle.createUpdate(SUPPRESS)
                .bind("channel", channel)
                .bind("hash", hash)
                .bind("reason", reason)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Removes a suppression for this reason that began before {@code at}. */
    public void lift(Handle handle, String channel, String hash, String reason, Instant at) {
        handle.createUpdate(LIFT)
                .bind("channel", channel)
                .bind("hash", hash)
                .bind("reason", reason)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
