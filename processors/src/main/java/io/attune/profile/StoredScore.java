package io.attune.profile;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A score as the database holds it: a value, or the reason why the model declined. */
public record StoredScore(
        String model, String version, Optional<Double> value, Optional<String> reason, Instant asOf, String release) {
    public StoredScore {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(release, "release");
    }
}
