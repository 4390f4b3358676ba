package io.attune.campaign;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to be written.
 *
 * @param occurrence what it is unique by, with person and campaign
 * @param dueAt when it is to be sent
 * @param receivedAt when the hub heard of what caused it
 * @param context JSON
 */
record Decision(
        UUID delivery,
        UUID profile,
        Campaign campaign,
        String occurrence,
        String token,
        Instant dueAt,
        Instant expiresAt,
        Instant receivedAt,
        String context) {

    Decision dueAt(Instant moment) {
        return new Decision(delivery, profile, campaign, occurrence, token, moment, expiresAt, receivedAt, context);
    }
}
