package io.attune.warehouse;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.warehouse.TargetTable.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The tables of one warehouse, on a connection without auto-commit. Not thread-safe. */
final class Target {
    private final Connection connection;
    private final ExportRequest request;
    private final Dialect dialect;
    private final Loader loader;

    Target(Connection connection, ExportRequest request) throws SQLException {
        this.connection = connection;
        this.request = request;
        this.dialect = Dialect.of(connection);
        this.loader = Loader.of(dialect);
    }

    /** A relation's table with all that it needs, made where that was asked for. */
    TargetTable prepare(Relation relation) throws SQLException {
        TargetTable table = relation.table(request.schema(), request.prefix());
        Set<String> existing = dialect.existing(connection, table);
        List<Column> missing = table.columns().stream()
                .filter(column -> !existing.contains(column.name()))
                .toList();
        if (!missing.isEmpty() && !request.create()) {
            String what = existing.isEmpty()
                    ? "table " + dialect.name(table)
                    : "columns " + dialect.names(missing) + " in " + dialect.name(table);
            throw new AttuneException(
                    "WAREHOUSE_TABLE_MISSING",
                    ErrorCategory.USER,
                    "the warehouse has no " + what + ": export with --create, or make it: " + dialect.create(table));
        }
        try (Statement statement = connection.createStatement()) {
            if (existing.isEmpty()) {
                statement.execute(dialect.create(table));
            } else {
                for (Column column : missing) {
                    statement.execute(dialect.add(table, column));
                }
            }
        }
        connection.commit();
        return table;
    }

    /** Writes and commits rows. */
    void load(TargetTable table, List<Object[]> rows) throws SQLException {
        loader.load(connection, table, rows);
        connection.commit();
    }

    /** Puts the rows of some people in the place of whatever the table has of them. */
    void replace(TargetTable table, List<UUID> people, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from " + dialect.name(table) + " where "
                + dialect.quoted(table.key().get(0).name()) + " = ?")) {
            for (UUID person : people) {
                statement.setObject(1, dialect.postgres() ? person : person.toString());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        if (!rows.isEmpty()) {
            loader.load(connection, table, rows);
        }
        connection.commit();
    }

    /** Deletes what was last written before a moment. */
    long deleteOlder(TargetTable table, Instant moment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from " + dialect.name(table) + " where "
                + dialect.quoted(TargetTable.WRITTEN.name()) + " < ?")) {
            if (dialect.postgres()) {
                statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
            } else {
                statement.setTimestamp(1, Timestamp.from(moment), Utc.calendar());
            }
            long deleted = statement.executeUpdate();
            connection.commit();
            return deleted;
        }
    }
}
