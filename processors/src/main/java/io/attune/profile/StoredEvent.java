package io.attune.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as the database holds it, with the profile that owns its node now.
 *
 * @param amount in {@code currency}, four decimals
 * @param properties a JSON object without personal data; treat it as immutable
 */
public record StoredEvent(
        UUID recordId,
        long node,
        UUID profile,
        String source,
        String type,
        Instant occurredAt,
        int utcOffsetMinutes,
        Instant receivedAt,
        boolean backfill,
        Optional<BigDecimal> amount,
        Optional<String> currency,
        JsonNode properties) {
    public StoredEvent {
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(properties, "properties");
    }

    /** The UTC day it counts for. */
    public NodeDay nodeDay() {
        return new NodeDay(node, occurredAt.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
