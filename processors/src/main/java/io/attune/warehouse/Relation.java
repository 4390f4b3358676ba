package io.attune.warehouse;

import io.attune.warehouse.TargetTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is exported into one table. Immutable.
 *
 * @param name what the command calls it, and the table behind its prefix
 * @param columns without {@link TargetTable#WRITTEN}
 * @param keys how many of the columns, the first ones, are the key
 * @param sql reads the columns and, last, {@code changed_at}; one parameter, from when on
 */
record Relation(String name, List<Column> columns, int keys, String sql) {
    Relation {
        columns = List.copyOf(columns);
    }

    TargetTable table(Optional<String> schema, String prefix) {
        List<Column> all = new ArrayList<>(columns);
        all.add(TargetTable.WRITTEN);
        return new TargetTable(schema, prefix + name, all, keys);
    }
}
