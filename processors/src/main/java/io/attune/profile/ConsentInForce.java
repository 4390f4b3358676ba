package io.attune.profile;

import java.time.Instant;
import java.util.Objects;

/** The newest statement of a person about a channel and purpose; {@code state} is {@code granted} or {@code withdrawn}. */
public record ConsentInForce(String channel, String purpose, String state, Instant occurredAt) {
    public ConsentInForce {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }
}
