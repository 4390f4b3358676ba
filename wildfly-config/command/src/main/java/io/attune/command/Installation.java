package io.attune.command;

import io.attune.configuration.Configuration;
import io.attune.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where things lie: the checkout (or the unpacked distribution), the provisioned server in it, and the folder that is
 * written to. Immutable.
 *
 * @param root the folder that holds {@code routes}, {@code connectors-config}, {@code mojo-models} and {@code campaigns}
 * @param data what is written: databases, logs, keys, credentials
 */
public record Installation(Path root, Path data) {
    private static final String ROOT_PROPERTY = "attune.root";

    /** The installation that the {@code attune} script named. */
    public static Installation current() {
        Path root = Path.of(Optional.ofNullable(System.getProperty(ROOT_PROPERTY))
                        .orElseThrow(() -> new CommandFailure("the system property " + ROOT_PROPERTY
                                + " is missing; start Attune by its script, ./attune, which sets it")))
                .toAbsolutePath()
                .normalize();
        Path data = Path.of(Optional.ofNullable(System.getenv("ATTUNE_DATA"))
                        .orElse(root.resolve("attune-data").toString()))
                .toAbsolutePath()
                .normalize();
        return new Installation(root, data);
    }

    public Installation withData(Path folder) {
        return new Installation(root, folder.toAbsolutePath().normalize());
    }

    /** The provisioned WildFly; read only, its writable part is copied per node. */
    public Path server() {
        return built(root.resolve("wildfly-config/server/target/attune-server"));
    }

    /** Class path of the sandbox: Kafka and PostgreSQL from jars, and the stand-ins. */
    public String sandboxClassPath() {
        Path jar = jar("integration-tests/sandbox/target", "attune-sandbox-*.jar");
        return jar + System.getProperty("path.separator") + jar.resolveSibling("lib") + "/*";
    }

    /** The trainer, which runs in a process of its own. */
    public Path trainer() {
        return jar("mojo-models/trainer/target", "attune-trainer-*.jar");
    }

    /**
     * What a node of this installation is configured to be, references resolved.
     *
     * @param file with further keys
     * @throws CommandFailure when a key is wrong, saying which and what is allowed
     */
    public Configuration configuration(Path file) {
        try {
            return Configuration.load(
                    System.getenv(),
                    Map.of(
                            "attune.home", root.toString(),
                            "attune.data", data.toString(),
                            "attune.configuration", file.toString()));
        } catch (ConfigurationException wrong) {
            throw new CommandFailure(wrong.getMessage(), wrong);
        }
    }

    /** The users of every node on this data folder, with hashed passwords. */
    public Path users() {
        return data.resolve("users");
    }

    public Path logs() {
        return data.resolve("log");
    }

    private Path jar(String target, String name) {
        Path folder = root.resolve(target);
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(built(folder), name)) {
            for (Path jar : jars) {
                return jar;
            }
        } catch (IOException unreadable) {
            throw new CommandFailure("cannot read " + folder + ": " + unreadable.getMessage(), unreadable);
        }
        throw notBuilt(folder.resolve(name));
    }

    private static Path built(Path path) {
        if (!Files.exists(path)) {
            throw notBuilt(path);
        }
        return path;
    }

    private static CommandFailure notBuilt(Path missing) {
        return new CommandFailure(missing + " is not there; build it with ./mvnw -DskipTests package");
    }
}
