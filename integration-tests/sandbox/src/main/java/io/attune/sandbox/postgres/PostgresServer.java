package io.attune.sandbox.postgres;

import io.attune.sandbox.SandboxException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A durable PostgreSQL, a child process with its data in a folder. It can be stopped and started again, so that tests see
 * what the hub does while the database is away. Thread-safe.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String SUPERUSER = "postgres";

    private final Path folder;
    private final int port;
    private final String superuserPassword;
    private EmbeddedPostgres server;

    public PostgresServer(Path folder, int port, String superuserPassword) {
        this.folder = folder;
        this.port = port;
        this.superuserPassword = superuserPassword;
    }

    /** Ends a server that outlived a killed sandbox. For whoever holds the lock of the sandbox's folder. */
    public static void stopStale(Path folder) {
        StalePostmaster.stop(folder);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public DataSource dataSource(String database, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("attune-sandbox");
        return source;
    }

    /** The database as its superuser sees it: for set-up and tests, never for the hub. */
    public DataSource superuser(String database) {
        return dataSource(database, SUPERUSER, superuserPassword);
    }

    /** Does nothing when it runs already. Returns when the server accepts connections. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        Path log = folder.resolveSibling("postgres.log");
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setConnectConfig("password", superuserPassword)
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()));
            SETTINGS.forEach(builder::setServerConfig);
            server = builder.start();
        } catch (IOException | IllegalStateException failure) {
            throw new SandboxException("PostgreSQL did not start in " + folder + "; its log is " + log, failure);
        }
        demandPasswords();
    }

    /** The library's defaults trade durability for speed; the promises of the hub are tested on a durable database. */
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "listen_addresses", "127.0.0.1",
            "max_connections", "200",
            "shared_buffers", "256MB",
            "max_wal_size", "2GB",
            "password_encryption", "scram-sha-256");

    /** Does nothing when it is stopped already. Connections are cut; what was committed stays. */
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException failure) {
            throw new SandboxException("PostgreSQL did not stop", failure);
        } finally {
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** The library initializes a cluster that trusts everyone on loopback. From the first start on, ours asks. */
    private void demandPasswords() {
        Path access = folder.resolve("pg_hba.conf");
        String rules = "host all all 127.0.0.1/32 scram-sha-256\n";
        try {
            if (Files.readString(access).equals(rules)) {
                return;
            }
            try (Connection connection = superuser(SUPERUSER).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("alter role " + SUPERUSER + " password '" + superuserPassword + "'");
                Files.writeString(access, rules);
                statement.execute("select pg_reload_conf()");
            }
        } catch (IOException | SQLException failure) {
            throw new SandboxException("PostgreSQL could not be told to ask for passwords", failure);
        }
    }
}
