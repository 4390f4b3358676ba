package io.attune.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/** A pending delivery whose row this transaction has locked. */
record DueDelivery(
        UUID delivery,
        UUID profile,
        String campaign,
        String occurrence,
        String purpose,
        String token,
        int attempts,
        Instant expiresAt,
        JsonNode context) {

    DueDelivery of(UUID survivor) {
        return new DueDelivery(delivery, survivor, campaign, occurrence, purpose, token, attempts, expiresAt, context);
    }
}
