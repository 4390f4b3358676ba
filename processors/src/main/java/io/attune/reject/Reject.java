package io.attune.reject;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A record that failed.
 *
 * @param key key of the record where one could be read
 * @param source source it came from, {@code unknown} where that cannot be told
 * @param stage where it failed: {@code map validate parse resolve features score segments decide}
 * @param place route and step, or topic, partition and offset
 * @param code stable code of the error
 * @param reason what was found and what to do, without personal data
 * @param original what was received, as text; it is stored encrypted
 * @param receivedAt when the hub received it
 * @param mapping the mappings that it goes through when it is sent in again; absent for what was a record already
 */
public record Reject(
        Optional<String> key,
        String source,
        String stage,
        String place,
        String code,
        String reason,
        String original,
        Instant receivedAt,
        Optional<String> mapping) {
    public Reject {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(mapping, "mapping");
    }

    /** A reject that no mapping is known of. */
    public Reject(
            Optional<String> key,
            String source,
            String stage,
            String place,
            String code,
            String reason,
            String original,
            Instant receivedAt) {
        this(key, source, stage, place, code, reason, original, receivedAt, Optional.empty());
    }

    /** The same with the mappings that it goes through. */
    public Reject mappedBy(String mappings) {
        return new Reject(key, source, stage, place, code, reason, original, receivedAt, Optional.of(mappings));
    }
}
