package io.attune.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.consent.Channel;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that this node holds in state {@code sending} until {@code leaseUntil}.
 *
 * @param address where it goes, normalized and in the clear; it never leaves memory but for the channel
 * @param token opaque and unguessable; it travels with the message, so that the channel can tell us of it again
 * @param attempt 1 for the first
 * @param context what the trigger knew, for the template
 */
public record Claim(
        UUID delivery,
        UUID profile,
        String campaign,
        String occurrence,
        Channel channel,
        String purpose,
        String address,
        String token,
        int attempt,
        Instant leaseUntil,
        Instant expiresAt,
        JsonNode context) {

    @Override
    public String toString() {
        return "Claim[" + delivery + " " + campaign + " attempt " + attempt + "]";
    }
}
