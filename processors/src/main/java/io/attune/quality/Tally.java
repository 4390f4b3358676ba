package io.attune.quality;

import java.time.Instant;
import java.util.Optional;

/** Counts of one key within one hour. Not thread-safe. */
final class Tally {
    long records;
    long repeats;
    long rejects;
    long present;
    long outliers;
    long newCategories;
    long flagged;
    private Instant newest = Instant.MIN;

    void seen(Instant occurredAt) {
        if (occurredAt.isAfter(newest)) {
            newest = occurredAt;
        }
    }

    Optional<Instant> newest() {
        return newest.equals(Instant.MIN) ? Optional.empty() : Optional.of(newest);
    }

    void add(Tally other) {
        records += other.records;
        repeats += other.repeats;
        rejects += other.rejects;
        present += other.present;
        outliers += other.outliers;
        newCategories += other.newCategories;
        flagged += other.flagged;
        seen(other.newest);
    }
}
