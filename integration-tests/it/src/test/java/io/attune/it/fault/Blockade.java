package io.attune.it.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Keeps everybody else from writing into a table, so that transactions stand still in the middle. Not thread-safe. */
final class Blockade implements AutoCloseable {
    private final Connection connection;
    private final String table;

    private Blockade(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    static Blockade of(DataSource database, String table) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        execute(connection, "lock table " + table + " in share row exclusive mode");
        return new Blockade(connection, table);
    }

    /** How many transactions wait for the table. */
    int waiting() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from pg_locks where not granted and relation = '" + table + "'::regclass")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
