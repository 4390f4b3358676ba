package io.attune.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A run of the job that matches the whole store.
 *
 * @param source only records of this source are joined; absent for all
 * @param phase {@code reading}, {@code learning}, {@code joining}, {@code done} or {@code failed}
 * @param done how many records are read, or pairs applied, in this phase
 * @param total of how many
 * @param joined how many profiles turned out to be another
 * @param reviewed how many pairs were found to be doubtful
 * @param message why it failed
 */
public record MatchRun(
        UUID id,
        Optional<String> source,
        String actor,
        String phase,
        long done,
        long total,
        long joined,
        long reviewed,
        Instant startedAt,
        Instant updatedAt,
        Optional<String> message) {
    /** Whether the run has come to its end, good or bad. */
    public boolean ended() {
        return phase.equals("done") || phase.equals("failed");
    }
}
