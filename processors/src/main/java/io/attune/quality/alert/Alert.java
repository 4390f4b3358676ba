package io.attune.quality.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An alert, open or closed.
 *
 * @param name of its rule
 * @param limit which it passed
 * @param told which of its two ends the webhook has been told
 */
public record Alert(
        UUID id,
        String name,
        String source,
        String figure,
        String kind,
        String field,
        String reason,
        double value,
        double limit,
        Instant openedAt,
        Instant seenAt,
        Optional<Instant> closedAt,
        Optional<String> told) {
    /** What there is to tell of it: {@code opened} or {@code closed}. */
    public String state() {
        return closedAt.isPresent() ? "closed" : "opened";
    }
}
