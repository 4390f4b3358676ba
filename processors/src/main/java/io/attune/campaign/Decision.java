package io.attune.campaign;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to be written.
 *
 * @param occurrence what it is unique by, with person and campaign
 * @param receivedAt when the hub heard of what caused it
 * @param context JSON
 */
record Decision(
        UUID delivery,
        UUID profile,
        Campaign campaign,
        String occurrence,
        String token,
        Instant expiresAt,
        Instant receivedAt,
        String context) {}
