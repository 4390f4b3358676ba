package io.attune.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what people agreed to. Stateless; every method runs in the caller's transaction. */
public final class ConsentStore {

    private static final String STANDINGS = """
            select membership.profile_id, consent.channel,
                   max(consent.occurred_at) filter (where consent.state = 'granted') as granted_at,
                   max(consent.occurred_at) filter (where consent.state = 'withdrawn') as withdrawn_at
              from membership
              join consent on consent.node_id = membership.node_id
             where membership.profile_id = any(:profiles)
               and membership.until is null
               and consent.purpose = :purpose
             group by membership.profile_id, consent.channel
            """;

    /** The standing of each person by channel (email, sms); a channel of which nothing was said is absent. */
    public Map<UUID, Map<String, Standing>> standings(Handle handle, Collection<UUID> profiles, String purpose) {
        Map<UUID, Map<String, Standing>> standings = new HashMap<>();
        handle.createQuery(STANDINGS)
                .bindArray("profiles", UUID.class, profiles)
                .bind("purpose", purpose)
                .map((row, context) -> standings
                        .computeIfAbsent(row.getObject("profile_id", UUID.class), profile -> new HashMap<>())
                        .put(
                                row.getString("channel"),
                                new Standing(instant(row, "granted_at"), instant(row, "withdrawn_at"))))
                .list();
        return standings;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
