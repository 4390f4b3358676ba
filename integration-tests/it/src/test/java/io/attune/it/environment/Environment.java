package io.attune.it.environment;

import io.attune.command.Credentials;
import io.attune.command.HubClient;
import io.attune.command.Installation;
import io.attune.command.user.Role;
import io.attune.command.user.UserStore;
import io.attune.sandbox.Sandbox;
import io.attune.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * A whole installation for tests: PostgreSQL and the stand-ins, Kafka in a process that can be killed, and one or more
 * server nodes on free ports. Everything that it writes lies in one folder under {@code target}, and it leaves no process
 * behind. Thread-safe.
 */
public final class Environment implements AutoCloseable {
    private final Path folder;
    private final Path home;
    private final Sandbox sandbox;
    private final KafkaProcess kafka;
    private final Nodes nodes;
    private final Map<Role, Credentials> users;

    private Environment(Path folder, Path home, Sandbox sandbox, KafkaProcess kafka, Map<Role, Credentials> users) {
        this.folder = folder;
        this.home = home;
        this.sandbox = sandbox;
        this.kafka = kafka;
        this.users = users;
        this.nodes = new Nodes(installation(folder), home, sandbox);
    }

    /** Starts everything with one node, and returns when it is ready. */
    public static Environment start() {
        Path folder = Folders.fresh(Repository.target().resolve("environment"));
        Map<Role, Credentials> users = users(installation(folder));
        Path home = Home.copy(Repository.root(), folder.resolve("home"));
        Sandbox sandbox = Sandbox.start(SandboxOptions.in(folder.resolve("sandbox")));
        Environment environment = new Environment(folder, home, sandbox, kafkaOf(sandbox, folder), users);
        Runtime.getRuntime().addShutdownHook(new Thread(environment::close, "stop the environment"));
        try {
            sandbox.kafka().stop();
            environment.kafka.start();
            environment.nodes.startFirst();
            sandbox.standIns()
                    .hubListensAt(environment.nodes.first().node().url().toString());
            return environment;
        } catch (RuntimeException failed) {
            environment.close();
            throw failed;
        }
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public KafkaProcess kafka() {
        return kafka;
    }

    public Nodes nodes() {
        return nodes;
    }

    /** The hub's database, for oracles: their SQL is their own. */
    public Jdbi database() {
        return Jdbi.create(sandbox.hubDatabase());
    }

    public HubClient client(Role role) {
        return new HubClient(nodes.first().node().url(), users.get(role));
    }

    public Credentials user(Role role) {
        return users.get(role);
    }

    /** The hub's {@code attune.home}, a copy that tests may change if they change it back. */
    public Path home() {
        return home;
    }

    /** Where everything of this environment lies, its logs included. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try (sandbox;
                kafka;
                nodes) {
            // Each part closes in turn, the nodes first.
        }
    }

    private static Installation installation(Path folder) {
        return new Installation(Repository.root(), folder);
    }

    private static Map<Role, Credentials> users(Installation installation) {
        List<Credentials> created = new UserStore(installation.users(), new SecureRandom()).createFirstUsers();
        return created.stream()
                .collect(Collectors.toMap(
                        user -> Role.valueOf(user.user().toUpperCase(Locale.ROOT)), Function.identity()));
    }

    private static KafkaProcess kafkaOf(Sandbox sandbox, Path folder) {
        String server = sandbox.kafka().bootstrapServers();
        int port = Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
        Path data = sandbox.data();
        return new KafkaProcess(
                data.resolve("kafka"),
                port,
                controllerPort(data),
                folder.resolve("log").resolve("kafka.log"));
    }

    private static int controllerPort(Path data) {
        Properties ports = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("ports.properties"))) {
            ports.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Integer.parseInt(ports.getProperty("controller"));
    }
}
