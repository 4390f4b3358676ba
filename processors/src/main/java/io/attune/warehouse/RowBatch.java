package io.attune.warehouse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a warehouse. Immutable.
 *
 * @param first the number of the first of them in what is read, from 1 on
 * @param rows a line of JSON each, as the mapping {@code warehouse-row} takes it
 * @param changed when the last of them changed; absent where that is not known
 */
public record RowBatch(long first, List<String> rows, Optional<Instant> changed) {
    public RowBatch {
        rows = List.copyOf(rows);
    }

    /** Takes a batch in; what it throws ends the import. */
    @FunctionalInterface
    public interface Taking {
        void take(RowBatch batch);
    }
}
