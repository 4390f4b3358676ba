package io.attune.reject;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A reject as the database holds it, without its original and edits, which {@link RejectBook} decrypts.
 *
 * @param state one of open, replayed, resolved
 * @param replays how often it was sent in again
 * @param mapping the mappings that it goes through when it is sent in again, where they are known
 * @param editedAt when what is sent in was edited last
 * @param resolution why it was closed by hand
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
        int replays,
        Optional<String> mapping,
        Optional<Instant> editedAt,
        Optional<String> editedBy,
        Optional<Instant> resolvedAt,
        Optional<String> resolvedBy,
        Optional<String> resolution) {
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
        Objects.requireNonNull(mapping, "mapping");
        Objects.requireNonNull(editedAt, "editedAt");
        Objects.requireNonNull(editedBy, "editedBy");
        Objects.requireNonNull(resolvedAt, "resolvedAt");
        Objects.requireNonNull(resolvedBy, "resolvedBy");
        Objects.requireNonNull(resolution, "resolution");
    }
}
