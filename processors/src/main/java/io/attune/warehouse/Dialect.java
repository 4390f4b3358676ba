package io.attune.warehouse;

import io.attune.warehouse.TargetTable.Column;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of one warehouse: quoted names, types, and what is there already. Immutable. */
record Dialect(String quote, boolean postgres) {
    static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        return new Dialect(
                database.getIdentifierQuoteString().strip(),
                database.getDatabaseProductName().equals("PostgreSQL"));
    }

    String quoted(String name) {
        return quote + (quote.isEmpty() ? name : name.replace(quote, quote + quote)) + quote;
    }

    String name(TargetTable table) {
        return table.schema().map(schema -> quoted(schema) + ".").orElse("") + quoted(table.name());
    }

    String names(List<Column> columns) {
        return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    }

    String create(TargetTable table) {
        return "create table " + name(table) + " ("
                + table.columns().stream()
                        .map(column -> definition(column) + (table.key().contains(column) ? " not null" : ""))
                        .collect(Collectors.joining(", "))
                + ", primary key (" + names(table.key()) + "))";
    }

    String add(TargetTable table, Column column) {
        return "alter table " + name(table) + " add " + definition(column);
    }

    /** The columns that the warehouse's table has, in lower case; empty where there is no table. */
    Set<String> existing(Connection connection, TargetTable table) throws SQLException {
        Set<String> names = new HashSet<>();
        String schema = table.schema().orElse(connection.getSchema());
        try (ResultSet columns = connection.getMetaData().getColumns(connection.getCatalog(), schema, "%", "%")) {
            while (columns.next()) {
                if (columns.getString("TABLE_NAME").equalsIgnoreCase(table.name())) {
                    names.add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    private String definition(Column column) {
        return quoted(column.name()) + " " + column.type().sql(postgres);
    }
}
