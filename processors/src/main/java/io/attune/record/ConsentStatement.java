package io.attune.record;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * One statement of consent as a source reported it.
 *
 * @param channel {@code email} or {@code sms}
 * @param purpose what for, such as {@code marketing}
 * @param evidence what proves it: form, address, text version; personal, so it is stored encrypted
 */
public record ConsentStatement(
        String channel, String purpose, ConsentState state, Instant occurredAt, Map<String, String> evidence) {
    public ConsentStatement {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(occurredAt, "occurredAt");
        evidence = Map.copyOf(evidence);
    }
}
