package io.attune.ingest.table;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one table, on a connection of its own each time. Thread-safe. */
final class TableReader {
    private static final int TIMEOUT_SECONDS = 60;

    private final TableDefinition definition;
    private final TableDatabase database;
    private final RowJson json;

    TableReader(TableDefinition definition, TableDatabase database) {
        this.definition = definition;
        this.database = database;
        this.json = new RowJson(definition.zone());
    }

    /** The greatest mark that there is. */
    Optional<Mark> last() {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            TableQuery query = TableQuery.of(definition, connection);
            check(statement, query);
            try (ResultSet result = statement.executeQuery(query.last())) {
                result.next();
                return Optional.ofNullable(mark(result, 1));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The rows from a mark on, or behind an id of it. */
    TablePage page(Optional<Mark> since, Optional<Object> afterId) {
        try (Connection connection = database.open()) {
            TableQuery query = TableQuery.of(definition, connection);
            int markColumn;
            boolean zoned;
            int idColumn;
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(TIMEOUT_SECONDS);
                try (ResultSet none = statement.executeQuery(query.columns())) {
                    ResultSetMetaData columns = none.getMetaData();
                    markColumn = column(columns, definition.mark());
                    idColumn = column(columns, definition.id());
                    zoned = RowJson.zoned(columns, markColumn);
                }
            }
            try (PreparedStatement statement =
                    connection.prepareStatement(query.page(since.isPresent(), afterId.isPresent()))) {
                statement.setQueryTimeout(TIMEOUT_SECONDS);
                statement.setFetchSize(definition.pageSize());
                bind(statement, since, afterId, zoned);
                try (ResultSet result = statement.executeQuery()) {
                    return rows(result, markColumn, idColumn);
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void check(Statement statement, TableQuery query) throws SQLException {
        try (ResultSet none = statement.executeQuery(query.columns())) {
            column(none.getMetaData(), definition.mark());
            column(none.getMetaData(), definition.id());
        }
    }

    private TablePage rows(ResultSet result, int markColumn, int idColumn) throws SQLException {
        List<TablePage.Row> rows = new ArrayList<>();
        while (result.next()) {
            rows.add(new TablePage.Row(
                    result.getObject(idColumn),
                    mark(result, markColumn),
                    json.row(result).toString()));
        }
        return new TablePage(rows, rows.size() == definition.pageSize());
    }

    private void bind(PreparedStatement statement, Optional<Mark> since, Optional<Object> afterId, boolean zoned)
            throws SQLException {
        if (since.isEmpty()) {
            return;
        }
        Object mark = value(since.get(), zoned);
        if (afterId.isEmpty()) {
            statement.setObject(1, mark);
        } else if (definition.mark().equals(definition.id())) {
            statement.setObject(1, afterId.get());
        } else {
            statement.setObject(1, mark);
            statement.setObject(2, mark);
            statement.setObject(3, afterId.get());
        }
    }

    private Object value(Mark mark, boolean zoned) {
        if (mark instanceof Mark.Time time) {
            return zoned
                    ? time.at().atOffset(ZoneOffset.UTC)
                    : time.at().atZone(definition.zone()).toLocalDateTime();
        }
        return ((Mark.Count) mark).value();
    }

    private Mark mark(ResultSet result, int column) throws SQLException {
        if (definition.kind() == MarkKind.TIME) {
            Instant time = json.instant(result, column);
            return time == null ? null : new Mark.Time(time);
        }
        long number = result.getLong(column);
        return result.wasNull() ? null : new Mark.Count(number);
    }

    private int column(ResultSetMetaData columns, String name) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            if (columns.getColumnLabel(column).equals(name)) {
                return column;
            }
            names.add(columns.getColumnLabel(column));
        }
        throw new AttuneException(
                "TABLE_COLUMN_UNKNOWN",
                ErrorCategory.USER,
                "connectors-config/tables/" + definition.name() + ".yaml reads by a column '" + name
                        + "', which is not among " + names);
    }

    private AttuneException failed(SQLException e) {
        return new AttuneException(
                "TABLE_UNREADABLE",
                ErrorCategory.EXTERNAL,
                "the table of connectors-config/tables/" + definition.name() + ".yaml cannot be read (" + database
                        + "): " + e.getMessage(),
                e);
    }
}
