package io.attune.ingest;

import java.util.Objects;

/**
 * What is wrong with an original.
 *
 * @param stage {@code map} or {@code validate}
 * @param code stable, upper case with underscores
 * @param reason what was found and what is right, without personal data
 */
public record Flaw(String stage, String code, String reason) {
    public Flaw {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
    }

    static Flaw inMapping(String code, String reason) {
        return new Flaw("map", code, reason);
    }

    static Flaw inValidation(String code, String reason) {
        return new Flaw("validate", code, reason);
    }
}
