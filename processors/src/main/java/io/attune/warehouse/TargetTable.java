package io.attune.warehouse;

import java.util.List;
import java.util.Optional;

/**
 * A table of the warehouse. Immutable.
 *
 * @param schema absent for the one that the connection has
 * @param columns those that are written, the key's first
 * @param keys how many of them are the key
 */
record TargetTable(Optional<String> schema, String name, List<Column> columns, int keys) {
    /** When a row was last written: what tells those that a full export did not write. */
    static final Column WRITTEN = new Column("exported_at", ColumnType.TIME);

    TargetTable {
        columns = List.copyOf(columns);
    }

    List<Column> key() {
        return columns.subList(0, keys);
    }

    record Column(String name, ColumnType type) {}
}
