package io.attune.pipeline;

import io.attune.profile.ProfileChanges;
import io.attune.profile.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A batch whose records are stored and whose people are known.
 *
 * @param asOf processing time of the batch, the same for every stage
 * @param events events that are new, backfilled ones included
 * @param versions version of every changed profile after this batch
 * @param accepted how many records were new, by source
 * @param repeats how many records the ledger knew already, by source
 * @param afterCommit what is still to be done once the batch is committed
 */
public record ResolvedBatch(
        Instant asOf,
        ProfileChanges changes,
        List<StoredEvent> events,
        Map<UUID, Long> versions,
        Map<String, Long> accepted,
        Map<String, Long> repeats,
        Runnable afterCommit) {
    public ResolvedBatch {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(changes, "changes");
        events = List.copyOf(events);
        versions = Map.copyOf(versions);
        accepted = Map.copyOf(accepted);
        repeats = Map.copyOf(repeats);
        Objects.requireNonNull(afterCommit, "afterCommit");
    }

    /** New events that may trigger: those that are not backfilled. */
    public List<StoredEvent> liveEvents() {
        return events.stream().filter(event -> !event.backfill()).toList();
    }
}
