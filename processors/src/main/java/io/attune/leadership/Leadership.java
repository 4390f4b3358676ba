package io.attune.leadership;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads by advisory locks of PostgreSQL on one connection of its own (bean {@code leadership}). The lock ends with the connection, so a
 * node that dies hands over within seconds. Two nodes may both believe for a moment that they lead: what a leader writes carries its
 * epoch, and an older epoch is refused. Thread-safe.
 */
public final class Leadership implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final long HEARTBEAT_MILLIS = 1_000;
    /** A belief older than this is doubted, whatever the connection says. */
    private static final long BELIEF_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final int VALIDATION_SECONDS = 2;

    /** Opens a connection outside of every pool. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }

    private record Term(long epoch, long confirmedNanos) {}

    private final Connections connections;
    private final String node;
    private final List<String> names;
    private final Clock clock;
    private final Map<String, Term> terms = new ConcurrentHashMap<>();
    private Optional<Connection> connection = Optional.empty();
    private Optional<ScheduledFuture<?>> heartbeat = Optional.empty();

    /**
     * Leads nothing before {@link #start}.
     *
     * @param names what can be led
     */
    public Leadership(Connections connections, String node, List<String> names, Clock clock) {
        this.connections = connections;
        this.node = node;
        this.names = List.copyOf(names);
        this.clock = clock;
    }

    /** Tries to lead, now and every second. */
    public synchronized void start(ScheduledExecutorService executor) {
        heartbeat =
                Optional.of(executor.scheduleWithFixedDelay(this::beat, 0, HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Whether this node leads, as far as it knew within the last seconds. */
    public boolean holds(String name) {
        return epoch(name).isPresent();
    }

    /** The epoch of this node's term; empty when it does not lead. */
    public OptionalLong epoch(String name) {
        if (!names.contains(name)) {
            throw new AttuneException(
                    "LEADERSHIP_UNKNOWN",
                    ErrorCategory.INTERNAL,
                    "there is no leadership '" + name + "', only " + names);
        }
        Term term = terms.get(name);
        return term == null || System.nanoTime() - term.confirmedNanos() > BELIEF_NANOS
                ? OptionalLong.empty()
                : OptionalLong.of(term.epoch());
    }

    /** One attempt to lead or to keep leading; {@link #start} calls it every second. */
    public synchronized void beat() {
        try {
            Connection open = connection();
            if (!open.isValid(VALIDATION_SECONDS)) {
                throw new SQLException("the connection of the leader's lock is gone");
            }
            for (String name : names) {
                long asked = System.nanoTime();
                Term held = terms.get(name);
                if (held != null) {
                    terms.put(name, new Term(held.epoch(), asked));
                } else if (lock(open, name)) {
                    terms.put(name, new Term(raise(open, name), asked));
                    LOG.info("{} leads {} from now on", node, name);
                }
            }
        } catch (SQLException e) {
            LOG.warn("{} leads nothing for now and tries again: {}", node, e.getMessage());
            release();
        }
    }

    private Connection connection() throws SQLException {
        if (connection.isEmpty()) {
            connection = Optional.of(connections.open());
        }
        return connection.get();
    }

    private static boolean lock(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_try_advisory_lock(hashtextextended('attune:' || ?, 0))")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private long raise(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into leadership (name, epoch, holder, since) values (?, 1, ?, ?)
                on conflict (name) do update
                  set epoch = leadership.epoch + 1, holder = excluded.holder, since = excluded.since
                returning epoch
                """)) {
            statement.setString(1, name);
            statement.setString(2, node);
            statement.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void release() {
        terms.clear();
        connection.ifPresent(open -> {
            // The server frees a closed session's locks only a moment later: the next leader need not wait for that.
            try (open;
                    Statement statement = open.createStatement()) {
                statement.execute("select pg_advisory_unlock_all()");
            } catch (SQLException e) {
                LOG.debug("The connection of the leader's lock did not close in order", e);
            }
        });
        connection = Optional.empty();
    }

    @Override
    public synchronized void close() {
        heartbeat.ifPresent(future -> future.cancel(false));
        release();
    }
}
