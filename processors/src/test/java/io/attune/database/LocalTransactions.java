package io.attune.database;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Transactions bound to the thread, as JTA does in WildFly: inside {@link #call} every connection taken from {@link #dataSource()}
 * by this thread is the same one, and closing it does nothing until the transaction ends. Thread-safe.
 */
public final class LocalTransactions {
    private static final Set<String> MANAGED = Set.of("commit", "rollback", "setAutoCommit");

    private final DataSource target;
    // Not static: each instance binds connections of its own data source.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    private final DataSource dataSource = new BoundDataSource();

    public LocalTransactions(DataSource target) {
        this.target = target;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Commits when the work returns, rolls back when it throws. Inside another call, joins it. */
    public <R> R call(Callable<R> work) throws Exception {
        if (current.get() != null) {
            return work.call();
        }
        try (Connection connection = target.getConnection()) {
            connection.setAutoCommit(false);
            current.set(unclosable(connection));
            try {
                R result = work.call();
                connection.commit();
                return result;
            } catch (Throwable failure) {
                rollback(connection, failure);
                throw failure;
            } finally {
                current.remove();
                restore(connection);
            }
        }
    }

    private static void rollback(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static void restore(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            connection.setAutoCommit(true);
        }
    }

    private static Connection unclosable(Connection connection) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.equals("close")) {
                return null;
            }
            if (MANAGED.contains(name) && !(arguments != null && arguments[0] instanceof Savepoint)) {
                throw new SQLException(name + " inside a managed transaction is not allowed");
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (Connection) Proxy.newProxyInstance(
                LocalTransactions.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    private final class BoundDataSource implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            Connection bound = current.get();
            return bound == null ? target.getConnection() : bound;
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return target.getConnection(user, password);
        }

        @Override
        public PrintWriter getLogWriter() throws SQLException {
            return target.getLogWriter();
        }

        @Override
        public void setLogWriter(PrintWriter writer) throws SQLException {
            target.setLogWriter(writer);
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            target.setLoginTimeout(seconds);
        }

        @Override
        public int getLoginTimeout() throws SQLException {
            return target.getLoginTimeout();
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getLogger("io.attune.database");
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            return target.unwrap(type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) throws SQLException {
            return target.isWrapperFor(type);
        }
    }
}
