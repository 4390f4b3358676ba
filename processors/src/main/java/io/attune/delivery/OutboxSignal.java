package io.attune.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes deliver routes when PostgreSQL notifies {@code attune_outbox}; the payload is the queue. One connection of its own,
 * outside the pool, listens; while it is lost, waiting is polling once a second. Thread-safe.
 */
public final class OutboxSignal implements AutoCloseable {

    /** The channel of LISTEN and NOTIFY. */
    public static final String CHANNEL = "attune_outbox";

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSignal.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final int LISTEN_MILLIS = 1_000;

    /** Opens the connection that listens. */
    @FunctionalInterface
    public interface Connector {
        Connection connect() throws SQLException;
    }

    private final Connector connector;
    private final ThreadFactory threads;
    private final Map<String, Semaphore> queues = new ConcurrentHashMap<>();
    private volatile boolean listening;

    public OutboxSignal(Connector connector, ThreadFactory threads) {
        this.connector = connector;
        this.threads = threads;
    }

    /** Begins to listen. */
    public synchronized void start() {
        if (!listening) {
            listening = true;
            threads.newThread(this::listen).start();
        }
    }

    /** Waits for a notification to this queue, at most a second. Notifications while nobody waits count once. */
    public void await(String queue) throws InterruptedException {
        Semaphore permits = queue(queue);
        if (permits.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            permits.drainPermits();
        }
    }

    /** Wakes who waits for this queue in this process. */
    public void wake(String queue) {
        queue(queue).release();
    }

    private Semaphore queue(String name) {
        return queues.computeIfAbsent(name, each -> new Semaphore(0));
    }

    private void listen() {
        while (listening) {
            try (Connection connection = connector.connect()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                receive(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                LOG.warn("Listening for deliveries was lost, polling until it is back: {}", e.getMessage());
                pause();
            }
        }
    }

    private void receive(PGConnection connection) throws SQLException {
        while (listening) {
            for (PGNotification notification : connection.getNotifications(LISTEN_MILLIS)) {
                wake(notification.getParameter());
            }
        }
    }

    private void pause() {
        try {
            await("reconnect");
        } catch (InterruptedException e) {
            listening = false;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        listening = false;
    }
}
