package io.attune.ingest.table;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * A database of somebody else, which is only read: a connection a poll, no pool, no transaction. Immutable.
 *
 * @param jndi name of a data source of the server; then the others are empty
 */
public record TableDatabase(Optional<String> jndi, String url, String user, String password) {
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final String CONNECT_SECONDS = "10";

    /** A connection on which nothing can be written and no answer is waited for longer than a minute. */
    Connection open() throws SQLException {
        Connection connection = jndi.isPresent() ? dataSource(jndi.get()).getConnection() : direct();
        try {
            connection.setReadOnly(true);
            connection.setNetworkTimeout(Runnable::run, TIMEOUT_MILLIS);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Connection direct() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        if (url.startsWith("jdbc:postgresql:")) {
            properties.setProperty("connectTimeout", CONNECT_SECONDS);
            properties.setProperty("ApplicationName", "attune");
        }
        return DriverManager.getConnection(url, properties);
    }

    // Only the server's own names (java:…) pass the schema, and whoever writes a definition may run code anyway.
    @SuppressWarnings("BanJNDI")
    private static DataSource dataSource(String name) {
        try {
            return (DataSource) new InitialContext().lookup(name);
        } catch (NamingException | ClassCastException e) {
            throw new AttuneException(
                    "TABLE_DATABASE_UNKNOWN",
                    ErrorCategory.USER,
                    "the server has no data source " + name + ": define it in the server's configuration, with its "
                            + "driver as a module",
                    e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return jndi.orElse(user + " at " + url);
    }
}
