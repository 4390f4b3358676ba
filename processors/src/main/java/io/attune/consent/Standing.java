package io.attune.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * The newest agreement and the newest refusal of one person for one channel and purpose, over all identity nodes.
 */
public record Standing(Optional<Instant> grantedAt, Optional<Instant> withdrawnAt) {

    /** Nothing was ever said, which is not an agreement. */
    public static final Standing SILENT = new Standing(Optional.empty(), Optional.empty());

    /** The newest statement is in force; of two at the same instant, the refusal. */
    public boolean granted() {
        return grantedAt.isPresent()
                && withdrawnAt
                        .map(withdrawn -> grantedAt.get().isAfter(withdrawn))
                        .orElse(true);
    }

    /** Whether the person came back after a refusal, so that a channel may overwrite what it holds. */
    public boolean returned() {
        return granted() && withdrawnAt.isPresent();
    }
}
