package io.attune.delivery.projection;

import io.attune.consent.Channel;
import io.attune.crypto.Encryption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table projection. Stateless; every method runs in the caller's transaction. */
public final class ProjectionStore {

    private static final String CONTEXT = "projection";

    // While one state is on its way, a newer one waits: two calls about one person never race.
    private static final String WANT = """
            insert into projection (profile_id, channel, state, desired, desired_hash, due_at, changed_at)
            select profile_id, :channel, 'pending', desired, desired_hash, :now, :now
              from unnest(:profiles, :states, :hashes) as wanted(profile_id, desired, desired_hash)
             order by profile_id
                on conflict (profile_id, channel) do update
               set desired = excluded.desired, desired_hash = excluded.desired_hash, changed_at = excluded.changed_at,
                   due_at = excluded.due_at, attempts = 0, reason = null,
                   state = case projection.state when 'sending' then 'sending' else 'pending' end
             where projection.desired_hash <> excluded.desired_hash
            """;

    private static final String LOCK_DUE = """
            select profile_id, desired, encode(desired_hash, 'hex') as hash, acknowledged_at, attempts
              from projection
             where channel = :channel and state = 'pending' and due_at <= :now
               and not exists (select from paused_channel paused where paused.channel = :channel)
             order by due_at
             limit :most
               for update skip locked
            """;

    private static final String CLAIM = """
            update projection
               set state = 'sending', attempts = attempts + 1, lease_until = :until
             where channel = :channel and profile_id = any(:profiles)
            """;

    private static final String ACKNOWLEDGED = """
            update projection
               set state = case when desired_hash = decode(:hash, 'hex') then :state else 'pending' end,
                   acknowledged_hash = decode(:hash, 'hex'), acknowledged_at = :acknowledged_at,
                   attempts = 0, reason = :reason, lease_until = null
             where profile_id = :profile and channel = :channel
            """;

    private static final String ENDED = """
            update projection
               set state = case when desired_hash = decode(:hash, 'hex') then :state else 'pending' end,
                   reason = :reason, lease_until = null
             where profile_id = :profile and channel = :channel
            """;

    private static final String LATER = """
            update projection
               set state = 'pending', reason = :reason, due_at = :due, lease_until = null
             where profile_id = :profile and channel = :channel
            """;

    private static final String HELD = """
            update projection
               set state = 'pending', reason = :reason, due_at = :due, attempts = greatest(attempts - 1, 0), lease_until = null
             where profile_id = :profile and channel = :channel
            """;

    private static final String LEASES = """
            update projection set state = 'pending', lease_until = null
             where state = 'sending' and lease_until < :now
            """;

    private final Encryption encryption;

    public ProjectionStore(Encryption encryption) {
        this.encryption = encryption;
    }

    /** Sets what a channel should hold. Returns how many states are new or differ from what was wanted before. */
    public int want(Handle handle, Channel channel, Map<UUID, DesiredState> states, Instant now) {
        if (states.isEmpty()) {
            return 0;
        }
        List<UUID> profiles = List.copyOf(states.keySet());
        List<String> texts =
                profiles.stream().map(states::get).map(DesiredState::toJson).toList();
        return handle.createUpdate(WANT)
                .bind("channel", channel.id())
                .bind("now", at(now))
                .bindArray("profiles", UUID.class, profiles)
                .bindArray(
                        "states",
                        byte[].class,
                        texts.stream()
                                .map(text -> encryption.encrypt(text, CONTEXT))
                                .toList())
                .bindArray(
                        "hashes",
                        byte[].class,
                        texts.stream()
                                .map(text -> encryption.hash(CONTEXT, text))
                                .toList())
                .execute();
    }

    List<DueProjection> lockDue(Handle handle, Channel channel, Instant now, int most) {
        return handle.createQuery(LOCK_DUE)
                .bind("channel", channel.id())
                .bind("now", at(now))
                .bind("most", most)
                .map((row, context) -> due(row))
                .list();
    }

    private DueProjection due(ResultSet row) throws SQLException {
        return new DueProjection(
                row.getObject("profile_id", UUID.class),
                DesiredState.parse(encryption.decrypt(row.getBytes("desired"), CONTEXT)),
                row.getString("hash"),
                Optional.ofNullable(row.getObject("acknowledged_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("attempts"));
    }

    void claim(Handle handle, Channel channel, Collection<UUID> profiles, Instant until) {
        handle.createUpdate(CLAIM)
                .bind("channel", channel.id())
                .bindArray("profiles", UUID.class, profiles)
                .bind("until", at(until))
                .execute();
    }

    void acknowledged(Handle handle, Channel channel, List<ProjectionOutcome.Acknowledged> outcomes, Instant now) {
        PreparedBatch batch = handle.prepareBatch(ACKNOWLEDGED);
        for (ProjectionOutcome.Acknowledged each : outcomes) {
            boolean retracted = each.claim().retracted();
            batch.bind("channel", channel.id())
                    .bind("profile", each.claim().profile())
                    .bind("hash", each.claim().hash())
                    .bind("state", retracted ? "suppressed" : "acknowledged")
                    .bind("reason", retracted ? "consent withdrawn, taken back" : null)
                    .bind("acknowledged_at", retracted ? null : at(now))
                    .add();
        }
        execute(batch);
    }

    /** Ends states that were not taken; a newer state, if there is one, is tried at once. */
    void ended(Handle handle, Channel channel, String state, Map<ProjectionKey, String> reasons) {
        PreparedBatch batch = handle.prepareBatch(ENDED);
        reasons.forEach((key, reason) -> batch.bind("channel", channel.id())
                .bind("profile", key.profile())
                .bind("hash", key.hash())
                .bind("state", state)
                .bind("reason", reason)
                .add());
        execute(batch);
    }

    void later(Handle handle, Channel channel, List<ProjectionOutcome.Retry> outcomes, Due due) {
        PreparedBatch batch = handle.prepareBatch(LATER);
        outcomes.forEach(each -> batch.bind("channel", channel.id())
                .bind("profile", each.claim().profile())
                .bind("reason", each.reason())
                .bind("due", at(due.of(each.claim())))
                .add());
        execute(batch);
    }

    /** Gives claims back for later; their attempts do not count. */
    void held(Handle handle, Channel channel, List<ProjectionOutcome.Held> outcomes) {
        PreparedBatch batch = handle.prepareBatch(HELD);
        outcomes.forEach(each -> batch.bind("channel", channel.id())
                .bind("profile", each.claim().profile())
                .bind("reason", each.reason())
                .bind("due", at(each.until()))
                .add());
        execute(batch);
    }

    int leasesRunOut(Handle handle, Instant now) {
        return handle.createUpdate(LEASES).bind("now", at(now)).execute();
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** When a claim is due again. */
    @FunctionalInterface
    interface Due {
        Instant of(ProjectionClaim claim);
    }

    record ProjectionKey(UUID profile, String hash) {}

    record DueProjection(
            UUID profile, DesiredState desired, String hash, Optional<Instant> acknowledgedAt, int attempts) {
        ProjectionKey key() {
            return new ProjectionKey(profile, hash);
        }
    }
}
