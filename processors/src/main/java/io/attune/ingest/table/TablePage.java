package io.attune.ingest.table;

import java.util.List;

/**
 * One page of a table, in the order of (mark, id).
 *
 * @param more whether another one may follow
 */
public record TablePage(List<Row> rows, boolean more) {
    public TablePage {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param id as the driver gave it, to be bound again
     * @param json the row as one JSON object
     */
    record Row(Object id, Mark mark, String json) {
        /** Names this version of this row. */
        String version() {
            return id + "@" + mark.text();
        }
    }
}
