package io.attune.profile;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a batch changed. The rows of every profile named here are locked by the transaction of the batch, so whoever writes
 * what is derived of them needs no lock of its own.
 *
 * @param live profiles with at least one record that is not backfilled: features, scores and segments follow at once
 * @param deferred profiles with nothing but backfilled records: left to the re-scoring job
 * @param touchedDays node-days with new events, of live and deferred profiles
 * @param merges profiles that ended in this batch; their derived rows are gone already
 */
public record ProfileChanges(Set<UUID> live, Set<UUID> deferred, Set<NodeDay> touchedDays, List<ProfileMerge> merges) {
    public ProfileChanges {
        live = Set.copyOf(live);
        deferred = Set.copyOf(deferred);
        touchedDays = Set.copyOf(touchedDays);
        merges = List.copyOf(merges);
    }
}
