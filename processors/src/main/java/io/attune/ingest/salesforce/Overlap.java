package io.attune.ingest.salesforce;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the polls of one kind of objects read back. A row may be committed up to an overlap after the time that it bears,
 * so polls begin that much before the newest one. But when the overlap has gone by since the newest was seen, and was then
 * read once more, nothing earlier can appear any more, and an organization in which nothing happens is not read over and
 * over. Only spans of the hub's own time are compared, so that the two clocks need not agree. Not thread-safe.
 */
final class Overlap {
    private Instant newest = Instant.EPOCH;
    private Instant seenAt = Instant.EPOCH;
    private Instant settled = Instant.EPOCH;

    /** Where a poll begins. */
    Instant since(Instant newestRead, Duration overlap) {
        Instant back = newestRead.minus(overlap);
        return settled.isAfter(back) ? settled : back;
    }

    /** A poll has read everything up to the newest change. */
    void read(Instant newestRead, Instant begunAt, Instant endedAt, Duration overlap) {
        if (newestRead.isAfter(newest)) {
            newest = newestRead;
            seenAt = endedAt;
        } else if (newestRead.equals(newest) && !begunAt.isBefore(seenAt.plus(overlap))) {
            settled = newest;
        }
    }
}
