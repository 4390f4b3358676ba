package io.attune.ingest.table;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Collectors;

/** The SQL that reads one table, in the dialect of its database. Names are quoted as the database says. Immutable. */
final class TableQuery {
    private static final String BEFORE_QUOTING = " ";

    private final TableDefinition definition;
    private final String quote;
    private final String product;

    private TableQuery(TableDefinition definition, String quote, String product) {
        this.definition = definition;
        this.quote = quote;
        this.product = product;
    }

    static TableQuery of(TableDefinition definition, Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        return new TableQuery(
                definition,
                database.getIdentifierQuoteString(),
                database.getDatabaseProductName().toLowerCase(Locale.ROOT));
    }

    /** No row, but every column. */
    String columns() {
        return "select " + selected() + " from " + relation() + " where 1 = 0";
    }

    /** The greatest mark. */
    String last() {
        return "select max(" + name(definition.mark()) + ") from " + relation();
    }

    /**
     * One page.
     *
     * @param since whether a first parameter says from which mark on
     * @param after whether two more say behind which id of that mark
     */
    String page(boolean since, boolean after) {
        String mark = name(definition.mark());
        String id = name(definition.id());
        String where;
        if (after && mark.equals(id)) {
            where = " where " + id + " > ?";
        } else if (after) {
            where = " where (" + mark + " > ? or (" + mark + " = ? and " + id + " > ?))";
        } else {
            where = " where " + mark + (since ? " >= ?" : " is not null");
        }
        String order = " order by " + (mark.equals(id) ? id : mark + ", " + id);
        return "select " + selected() + " from " + relation() + where + order + limit();
    }

    private String selected() {
        return definition.columns().isEmpty()
                ? "q.*"
                : definition.columns().stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String relation() {
        if (definition.relation() instanceof TableDefinition.Query query) {
            // The line break ends a comment in the query's last line.
            return "(" + query.sql() + "\n) q";
        }
        return ((TableDefinition.Table) definition.relation())
                        .parts().stream().map(this::quoted).collect(Collectors.joining("."))
                + " q";
    }

    private String name(String column) {
        return "q." + quoted(column);
    }

    private String quoted(String name) {
        // JDBC answers a space where a database cannot quote.
        return quote.equals(BEFORE_QUOTING) ? name : quote + name.replace(quote, quote + quote) + quote;
    }

    private String limit() {
        int rows = definition.pageSize();
        if (product.contains("mysql") || product.contains("mariadb") || product.contains("sqlite")) {
            return " limit " + rows;
        }
        return product.contains("microsoft")
                ? " offset 0 rows fetch next " + rows + " rows only"
                : " fetch first " + rows + " rows only";
    }
}
