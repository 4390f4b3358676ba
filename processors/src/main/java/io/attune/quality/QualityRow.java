package io.attune.quality;

import java.time.Instant;
import java.util.Optional;

/** One row of the history: the counts of a source, kind and field in an hour or on a day that begins at {@code since}. */
public record QualityRow(
        Instant since,
        String source,
        String kind,
        String field,
        long records,
        long repeats,
        long rejects,
        long present,
        long outliers,
        long newCategories,
        long flagged,
        Optional<Instant> newest) {}
