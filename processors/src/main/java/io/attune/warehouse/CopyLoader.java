package io.attune.warehouse;

import io.attune.warehouse.TargetTable.Column;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** By PostgreSQL's COPY into a passing table, and one statement from there. Thread-safe. */
record CopyLoader(Dialect dialect) implements Loader {
    private static final String PASSING = "attune_passing";

    @Override
    public void load(Connection connection, TargetTable table, List<Object[]> rows) throws SQLException {
        String columns = dialect.names(table.columns());
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table " + PASSING + " on commit drop as select " + columns + " from "
                    + dialect.name(table) + " where false");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + PASSING + " (" + columns + ") from stdin", new StringReader(text(rows)));
            statement.execute("insert into " + dialect.name(table) + " (" + columns + ") select " + columns + " from "
                    + PASSING + " on conflict (" + dialect.names(table.key()) + ") do update set " + updates(table));
            statement.execute("drop table " + PASSING);
        } catch (IOException e) {
            throw new SQLException("the rows could not be copied into the warehouse", e);
        }
    }

    private String updates(TargetTable table) {
        List<Column> others =
                table.columns().subList(table.keys(), table.columns().size());
        return others.stream()
                .map(column -> dialect.quoted(column.name()) + " = excluded." + dialect.quoted(column.name()))
                .collect(Collectors.joining(", "));
    }

    private static String text(List<Object[]> rows) {
        StringBuilder text = new StringBuilder();
        for (Object[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                text.append(column == 0 ? "" : "\t").append(row[column] == null ? "\\N" : escaped(row[column]));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String escaped(Object value) {
        return value.toString()
                .replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
