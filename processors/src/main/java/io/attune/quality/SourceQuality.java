package io.attune.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A source's figures of a span.
 *
 * @param records that were new to the ledger
 * @param repeats that it knew
 * @param newest when the newest thing of which the source ever told happened
 * @param freshnessSeconds how long ago that is
 * @param duplicateRate repeats among records and repeats; absent when nothing came
 * @param rejectRate rejects among all that arrived; absent when nothing did
 * @param flagged records that carry a flag
 * @param completeness by kind and field
 */
public record SourceQuality(
        String source,
        long records,
        long repeats,
        long rejects,
        long flagged,
        long outliers,
        long newCategories,
        Optional<Instant> newest,
        Optional<Long> freshnessSeconds,
        Optional<Double> duplicateRate,
        Optional<Double> rejectRate,
        List<Completeness> completeness) {
    /**
     * How many of the records of a kind have a field.
     *
     * @param share of the records of its kind in the span
     */
    public record Completeness(String kind, String field, long records, long present, double share) {}

    public SourceQuality {
        completeness = List.copyOf(completeness);
    }
}
