package io.attune.reject;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A reject as the database holds it, without its original, which {@link RejectStore#original} decrypts.
 *
 * @param state one of open, replayed, resolved
 * @param replays how often it was sent in again
 */
public record StoredReject(
        UUID id,
        String source,
        String stage,
        String place,
        String code,
        String reason,
        String state,
        Instant receivedAt,
        Instant rejectedAt,
        Optional<Instant> replayedAt,
        int replays) {
    public StoredReject {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(rejectedAt, "rejectedAt");
        Objects.requireNonNull(replayedAt, "replayedAt");
    }
}
