package io.attune.sandbox;

import io.attune.sandbox.http.LocalServer;
import io.attune.sandbox.kafka.KafkaBroker;
import io.attune.sandbox.postgres.Databases;
import io.attune.sandbox.postgres.PostgresServer;
import io.attune.sandbox.standin.StandIns;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;

/**
 * Everything the hub needs around it, on one machine: a durable Kafka and PostgreSQL, and stand-ins for the SaaS it speaks
 * to. Thread-safe. Close it to stop every part; what it holds stays in its folder for the next start.
 */
public final class Sandbox implements AutoCloseable {
    private final DataFolder folder;
    private final Secrets secrets;
    private final Map<String, String> hubConfiguration;
    private final KafkaBroker kafka;
    private final PostgresServer postgres;
    private final LocalServer http;
    private final StandIns standIns;

    private Sandbox(DataFolder folder, SandboxPorts ports, Secrets secrets) {
        this.folder = folder;
        this.secrets = secrets;
        this.hubConfiguration = HubConfiguration.of(ports, secrets, folder.resolve("receipts"));
        this.kafka = new KafkaBroker(folder.resolve("kafka"), ports.kafka(), ports.controller());
        this.postgres = new PostgresServer(folder.resolve("postgres"), ports.postgres(), secrets.postgresPassword());
        this.http = new LocalServer(ports.http());
        this.standIns = new StandIns(
                folder.resolve("services.jsonl"),
                secrets,
                HubConfiguration.SENDER,
                http.url(),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString().replace("-", ""));
    }

    /**
     * Starts every part and returns when all of them answer.
     *
     * @throws SandboxException when another sandbox holds the folder, a wanted port is taken, or a part does not start
     */
    public static Sandbox start(SandboxOptions options) {
        DataFolder folder = DataFolder.open(options.data());
        Sandbox sandbox = null;
        try {
            // Before the ports: it would hold the one that is remembered.
            PostgresServer.stopStale(folder.resolve("postgres"));
            SandboxPorts ports =
                    SandboxPorts.choose(options, new PrivateProperties(folder.resolve("ports.properties")));
            Secrets secrets = Secrets.open(new PrivateProperties(folder.resolve("secrets.properties")));
            sandbox = new Sandbox(folder, ports, secrets);
            sandbox.startParts();
            return sandbox;
        } catch (RuntimeException failure) {
            if (sandbox != null) {
                sandbox.close();
            } else {
                folder.close();
            }
            throw failure;
        }
    }

    private void startParts() {
        CompletableFuture<Void> broker = CompletableFuture.runAsync(kafka::start);
        try {
            postgres.start();
            new Databases(postgres).create(secrets.databasePassword(), secrets.posPassword(), secrets.tillPassword());
        } finally {
            join(broker);
        }
        SandboxHttp.mount(http, this, standIns, Clock.systemUTC());
        http.start();
        new PrivateProperties(configurationFile())
                .write("How the hub reaches this sandbox; written at every start", hubConfiguration);
    }

    private static void join(CompletableFuture<Void> start) {
        try {
            start.join();
        } catch (CompletionException failure) {
            throw new SandboxException(
                    "Kafka did not start: " + failure.getCause().getMessage(), failure.getCause());
        }
    }

    public Path data() {
        return folder.path();
    }

    /** The file to start the hub with: {@code -Dattune.configuration=FILE}. */
    public Path configurationFile() {
        return folder.resolve("sandbox.properties");
    }

    /** The hub's configuration keys for this sandbox, as the file holds them. */
    public Map<String, String> hubConfiguration() {
        return Map.copyOf(hubConfiguration);
    }

    public Secrets secrets() {
        return secrets;
    }

    /** The stand-ins: what they hold, how they shall misbehave, and how people answer. */
    public StandIns standIns() {
        return standIns;
    }

    /** The HTTP server of the stand-ins, for whoever wants to offer more on the same port. */
    public LocalServer http() {
        return http;
    }

    /** Where a person looks at what was sent. */
    public String inboxUrl() {
        return http.url() + "/inbox";
    }

    /** Where everything listens; no secrets. */
    Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>(hubConfiguration);
        addresses.keySet().removeIf(key -> !key.endsWith(".url") && !key.endsWith("-url") && !key.endsWith(".brokers"));
        addresses.put("inbox", inboxUrl());
        addresses.put("configuration", configurationFile().toString());
        return addresses;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    /** The point-of-sale database as the till sees it, who may write sales. */
    public DataSource till() {
        return postgres.dataSource("pos", "till", secrets.tillPassword());
    }

    /** The hub's own database, for oracles in tests. */
    public DataSource hubDatabase() {
        return postgres.dataSource("attune", "attune", secrets.databasePassword());
    }

    @Override
    public void close() {
        try (folder;
                postgres;
                kafka;
                standIns;
                http) {
            // Each part closes in turn, whatever happens to the others.
        }
    }

    public static void main(String... arguments) {
        System.exit(SandboxCommand.run(arguments));
    }
}
