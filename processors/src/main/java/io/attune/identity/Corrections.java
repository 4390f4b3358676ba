package io.attune.identity;

import io.attune.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What a person decides about who is who (bean {@code corrections}); every decision is in the audit. Thread-safe. */
public final class Corrections {
    private final Database database;
    private final Clock clock;
    private final Unmerge unmerge = new Unmerge();
    private final IdentityAudit audit = new IdentityAudit();

    public Corrections(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Undoes a merge. Features, scores and segments of both people follow with the next re-scoring.
     *
     * @param merged the profile that the merge ended
     * @param actor who decided
     * @return the profile that it had been merged into
     * @throws io.attune.error.AttuneException {@code PROFILE_NOT_MERGED} when it is none that was merged
     */
    public UUID unmerge(UUID merged, String reason, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return database.inTransaction(handle -> {
            UUID survivor = unmerge.unmerge(handle, merged, reason, actor, now);
            audit.decided(handle, "unmerge", merged, survivor, reason, actor, now);
            return survivor;
        });
    }
}
