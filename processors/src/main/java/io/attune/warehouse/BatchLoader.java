package io.attune.warehouse;

import io.attune.warehouse.TargetTable.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** In batches that delete the keys and insert the rows, which every JDBC database understands. Thread-safe. */
record BatchLoader(Dialect dialect) implements Loader {
    @Override
    public void load(Connection connection, TargetTable table, List<Object[]> rows) throws SQLException {
        String keys = table.key().stream()
                .map(column -> dialect.quoted(column.name()) + " = ?")
                .collect(Collectors.joining(" and "));
        String marks = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        batch(connection, "delete from " + dialect.name(table) + " where " + keys, table.key(), rows);
        batch(
                connection,
                "insert into " + dialect.name(table) + " (" + dialect.names(table.columns()) + ") values (" + marks
                        + ")",
                table.columns(),
                rows);
    }

    private static void batch(Connection connection, String sql, List<Column> columns, List<Object[]> rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int column = 0; column < columns.size(); column++) {
                    set(statement, column + 1, columns.get(column), row[column]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, int index, Column column, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(
                    index,
                    switch (column.type()) {
                        case ID, TEXT -> Types.VARCHAR;
                        case WHOLE -> Types.BIGINT;
                        case NUMBER -> Types.DOUBLE;
                        case TIME -> Types.TIMESTAMP;
                    });
        } else if (value instanceof Instant at) {
            statement.setTimestamp(index, Timestamp.from(at), Utc.calendar());
        } else {
            statement.setObject(index, value instanceof UUID id ? id.toString() : value);
        }
    }
}
