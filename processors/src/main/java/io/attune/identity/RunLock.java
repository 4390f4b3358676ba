package io.attune.identity;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Lets one run of matching be under way at a time, on all nodes. Thread-safe. */
final class RunLock {
    private static final long KEY = 0x617474756e6d6174L;

    private final Callable<Connection> connections;

    /** @param connections opens one outside of the pool, which holds the lock */
    RunLock(Callable<Connection> connections) {
        this.connections = connections;
    }

    /**
     * Runs unless a run is under way, here or on another node. The lock ends with the connection, whatever ends that.
     *
     * @return what the work returns; absent when a run is under way
     * @throws AttuneException {@code MATCHING_UNLOCKED} when the database does not answer
     */
    <T> Optional<T> alone(Supplier<T> work) {
        try (Connection connection = connections.call()) {
            if (!asks(connection, "select pg_try_advisory_lock(?)")) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                // A closed connection gives the lock back, but not at once.
                asks(connection, "select pg_advisory_unlock(?)");
            }
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new AttuneException(
                    "MATCHING_UNLOCKED", ErrorCategory.EXTERNAL, "the database does not answer: try again", failure);
        }
    }

    private static boolean asks(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, KEY);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
