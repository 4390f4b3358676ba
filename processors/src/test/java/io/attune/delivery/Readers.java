package io.attune.delivery;

import io.attune.crypto.Encryption;
import io.attune.database.PostgresDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes people whom one can write to straight into the tables, and reads what became of their messages. */
public final class Readers {

    private final PostgresDatabase postgres;
    private final Encryption encryption;

    public Readers(PostgresDatabase postgres, Encryption encryption) {
        this.postgres = postgres;
        this.encryption = encryption;
    }

    /** A person with one node; returns the profile. */
    public UUID person(Instant at) {
        return postgres.database().inTransaction(handle -> {
            UUID profile = UUID.randomUUID();
            handle.execute(
                    "insert into profile (profile_id, created_at, changed_at) values (?, ?, ?)",
                    profile,
                    utc(at),
                    utc(at));
            long node = handle.createQuery("insert into identity_node (source, entity_hash, entity, created_at)"
                            + " values ('web', :hash, :hash, :at) returning node_id")
                    .bind("hash", profile.toString().getBytes(StandardCharsets.UTF_8))
                    .bind("at", utc(at))
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "insert into membership (node_id, profile_id, since, reason) values (?, ?, ?, 'test')",
                    node,
                    profile,
                    utc(at));
            return profile;
        });
    }

    public void identifier(UUID profile, String kind, String value, Instant at) {
        postgres.database().useTransaction(handle -> {
            long identifier = handle.createQuery("""
                            insert into identifier (kind, value_hash, value) values (:kind, :hash, :value)
                                on conflict (kind, value_hash) do update set kind = excluded.kind
                            returning identifier_id
                            """)
                    .bind("kind", kind)
                    .bind("hash", encryption.hash(kind, value))
                    .bind("value", encryption.encrypt(value, "identifier:" + kind))
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "insert into node_identifier (node_id, identifier_id, occurred_at) values (?, ?, ?)",
                    node(handle, profile),
                    identifier,
                    utc(at));
        });
    }

    public void attribute(UUID profile, String name, String value, Instant at) {
        postgres.database()
                .useTransaction(handle -> handle.execute(
                        "insert into node_attribute (node_id, name, secret, occurred_at, source_rank, record_id)"
                                + " values (?, ?, ?, ?, 1, ?)",
                        node(handle, profile),
                        name,
                        encryption.encrypt(value, "attribute:" + name),
                        utc(at),
                        UUID.randomUUID()));
    }

    /** A statement; {@code state} is granted or withdrawn. */
    public void says(UUID profile, String channel, String state, Instant at) {
        postgres.database()
                .useTransaction(handle -> handle.execute(
                        "insert into consent (record_id, node_id, channel, purpose, state, occurred_at, received_at, source_rank)"
                                + " values (?, ?, ?, 'marketing', ?, ?, ?, 1)",
                        UUID.randomUUID(),
                        node(handle, profile),
                        channel,
                        state,
                        utc(at),
                        utc(at)));
    }

    /** A reader of e-mail who agreed to it. */
    public UUID emailReader(String address, Instant at) {
        UUID profile = person(at);
        identifier(profile, "email", address, at);
        says(profile, "email", "granted", at);
        return profile;
    }

    /** A reader of text messages who agreed to them. */
    public UUID smsReader(String number, Instant at) {
        UUID profile = person(at);
        identifier(profile, "phone", number, at);
        says(profile, "sms", "granted", at);
        return profile;
    }

    /** A message that waits; returns its token. */
    public String pending(UUID profile, String channel, String occurrence, Instant now, Duration maximumAge) {
        String token = UUID.randomUUID().toString();
        postgres.database()
                .useTransaction(handle -> handle.execute(
                        """
                insert into delivery (delivery_id, profile_id, campaign, occurrence, channel, purpose, state, token, due_at,
                                      expires_at, received_at, created_at, release_hash)
                values (?, ?, 'welcome', ?, ?, 'marketing', 'pending', ?, ?, ?, ?, ?, 'r')
                """,
                        UUID.randomUUID(),
                        profile,
                        occurrence,
                        channel,
                        token,
                        utc(now),
                        utc(now.plus(maximumAge)),
                        utc(now),
                        utc(now)));
        return token;
    }

    public String state(String token) {
        return column(token, "state");
    }

    public String reason(String token) {
        return column(token, "coalesce(reason, '')");
    }

    private String column(String token, String column) {
        return postgres.database()
                .inHandle(handle -> handle.createQuery("select " + column + " from delivery where token = :token")
                        .bind("token", token)
                        .mapTo(String.class)
                        .one());
    }

    public List<String> suppressions() {
        return postgres.database()
                .inHandle(handle -> handle.createQuery("select channel || ' ' || reason from suppression order by 1")
                        .mapTo(String.class)
                        .list());
    }

    public String hash(String kind, String value) {
        return HexFormat.of().formatHex(encryption.hash(kind, value));
    }

    private static long node(Handle handle, UUID profile) {
        return handle.createQuery(
                        "select node_id from membership where profile_id = :profile and until is null limit 1")
                .bind("profile", profile)
                .mapTo(Long.class)
                .one();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
