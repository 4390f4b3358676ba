package io.attune.database;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A pool without a limit for tests: connections are reused, so that statements stay prepared as they do in a server. */
public final class PooledDataSource implements DataSource, AutoCloseable {
    private final PGSimpleDataSource target = new PGSimpleDataSource();
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    public PooledDataSource(String url) {
        target.setUrl(url);
        target.setReWriteBatchedInserts(true);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection pooled = idle.pollFirst();
        Connection connection = pooled == null ? target.getConnection() : pooled;
        return (Connection) Proxy.newProxyInstance(
                PooledDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        release(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void release(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        if (connection.getAutoCommit()) {
            idle.addFirst(connection);
        } else {
            connection.close();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            connection.close();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return target.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        target.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("io.attune.database");
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(target);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(target);
    }
}
