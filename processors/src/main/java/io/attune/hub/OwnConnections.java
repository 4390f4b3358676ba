package io.attune.hub;

import io.attune.configuration.DatabaseConfiguration;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections outside of the pool: for the leader's lock and for listening. One that hangs is given up within seconds. */
public final class OwnConnections {
    private static final int TIMEOUT_SECONDS = 5;

    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

    public OwnConnections(DatabaseConfiguration database) {
        dataSource.setUrl(database.url());
        dataSource.setUser(database.user());
        database.password().ifPresent(dataSource::setPassword);
        dataSource.setApplicationName("attune");
        dataSource.setConnectTimeout(TIMEOUT_SECONDS);
        dataSource.setLoginTimeout(TIMEOUT_SECONDS);
        dataSource.setTcpKeepAlive(true);
    }

    public Connection open() throws SQLException {
        return dataSource.getConnection();
    }

    /** A connection on which an answer that takes longer than five seconds is an error. */
    public Connection openImpatient() throws SQLException {
        Connection connection = open();
        connection.setNetworkTimeout(Runnable::run, TIMEOUT_SECONDS * 1_000);
        return connection;
    }
}
