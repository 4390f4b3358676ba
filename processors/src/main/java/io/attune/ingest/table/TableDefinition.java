package io.attune.ingest.table;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How one table is polled. Immutable.
 *
 * @param name of the file that defines it, and of its watermark
 * @param source what its records name as their source
 * @param mapping name of the mapping, or several, comma separated
 * @param database absent while a key that its address names has no value
 * @param relation the table, or a query in its place
 * @param columns those that are read; empty for all
 * @param id the column that tells rows apart
 * @param mark the column in whose order the table is read, equal to {@code id} where that is a number that grows
 * @param pageSize rows that are read and sent at a time
 * @param zone that of times without one
 */
public record TableDefinition(
        String name,
        String source,
        String mapping,
        Optional<TableDatabase> database,
        Relation relation,
        List<String> columns,
        String id,
        String mark,
        MarkKind kind,
        Mark.Overlap overlap,
        int pageSize,
        ZoneId zone) {
    public TableDefinition {
        columns = List.copyOf(columns);
    }

    /** What stands behind FROM: a table's name, quoted part by part, or a query. */
    sealed interface Relation {}

    record Table(List<String> parts) implements Relation {
        public Table {
            parts = List.copyOf(parts);
        }
    }

    record Query(String sql) implements Relation {}
}
