package io.attune.identity;

import io.attune.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What a person decides about who is who (bean {@code corrections}); every decision is in the audit. Thread-safe. */
public final class Corrections {
    private final Database database;
    private final Clock clock;
    private final Consumer<Collection<UUID>> afterCommit;
    private final Unmerge unmerge = new Unmerge();
    private final IdentityAudit audit = new IdentityAudit();

    /** @param afterCommit told which profiles a correction has changed */
    public Corrections(Database database, Clock clock, Consumer<Collection<UUID>> afterCommit) {
        this.database = database;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    /**
     * Undoes a merge. Features, scores and segments of both people follow with the next re-scoring.
     *
     * @param merged the profile that the merge ended
     * @param actor who decided
     * @return the profile that it had been merged into
     * @throws io.attune.error.AttuneException {@code PROFILE_NOT_MERGED} when it is none that was merged, {@code
     *     REASON_TOO_LONG} when the reason has more than 500 characters
     */
    public UUID unmerge(UUID merged, String reason, String actor) {
        String why = DecisionReason.checked(reason);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID undone = database.inTransaction(handle -> {
            UUID survivor = unmerge.unmerge(handle, merged, why, actor, now);
            audit.decided(handle, "unmerge", merged, survivor, why, actor, now);
            return survivor;
        });
        afterCommit.accept(List.of(merged, undone));
        return undone;
    }
}
