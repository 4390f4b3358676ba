package io.attune.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One page of a poll, in the order of (changedAt, id).
 *
 * @param next the source's own pointer to the page that follows, if it has one
 * @param more whether another page follows
 */
public record Page(List<Row> rows, Optional<String> next, boolean more) {
    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * A row as the source holds it.
     *
     * @param changedAt its version
     * @param json the row as one JSON object
     */
    public record Row(String id, Instant changedAt, String json) {
        /** Names this version of this row. */
        public String version() {
            return id + "@" + changedAt;
        }
    }
}
