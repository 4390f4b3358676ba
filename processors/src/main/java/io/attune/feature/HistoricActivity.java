package io.attune.feature;

import java.time.Instant;

/** An event with the moment from which the hub can be said to have known it. */
public record HistoricActivity(Activity activity, Instant receivedAt, boolean backfill) {

    /** Whether a vector as of the moment may count it: it had occurred, and it was known. */
    boolean knownBefore(Instant moment, boolean historyKnownWhenOccurred) {
        boolean trusted = backfill && historyKnownWhenOccurred;
        return activity.occurredAt().isBefore(moment) && (trusted || !receivedAt.isAfter(moment));
    }
}
