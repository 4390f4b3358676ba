package io.attune.command;

import io.attune.configuration.DatabaseConfiguration;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** A running server process of the hub. Thread-safe. */
public final class HubServer implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(4);
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xms256m",
            "-Xmx1g",
            "-XX:MaxMetaspaceSize=512m",
            "-Djava.net.preferIPv4Stack=true",
            "-Dfile.encoding=UTF-8");

    private static final Pattern FAILED_BOOT =
            Pattern.compile("\"boot-errors\",\\s*\"status\":\\s*\"DOWN\",\\s*\"data\"");

    private final HubNode node;
    private final ChildProcess process;

    private HubServer(HubNode node, ChildProcess process) {
        this.node = node;
        this.process = process;
    }

    /**
     * Starts a node and returns at once.
     *
     * @param configuration the file with the hub's keys; what the server itself needs of it goes into the environment
     * @param properties further keys for this process, such as {@code attune.clock.now}; no secrets, for they are public
     */
    public static HubServer start(
            Installation installation, HubNode node, Path configuration, Map<String, String> properties) {
        prepare(installation.server(), node.folder());
        StandaloneCommandBuilder builder = StandaloneCommandBuilder.of(installation.server())
                .setBaseDirectory(node.folder())
                .setJavaHome(Path.of(System.getProperty("java.home")));
        JAVA_OPTIONS.forEach(builder::addJavaOption);
        serverProperties(installation, node, configuration, properties)
                .forEach((key, value) -> builder.addServerArgument("-D" + key + "=" + value));
        Path log = installation.logs().resolve(node.name() + ".log");
        List<String> command = new ArrayList<>(builder.build());
        return new HubServer(
                node,
                ChildProcess.start(
                        "server " + node.name(), command, environment(installation, node, configuration), log));
    }

    /** Waits until the node says that it is ready; fails when it ends or does not within four minutes. */
    public HubServer awaitReady() {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        boolean ready = Wait.until(READY, () -> {
            process.requireAlive();
            return isReady(http);
        });
        if (!ready) {
            throw new CommandFailure("the server is not ready after " + READY.toMinutes() + " minutes; " + node.health()
                    + " tells what is missing, and the log is " + process.log());
        }
        return this;
    }

    public HubNode node() {
        return node;
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    private boolean isReady(HttpClient http) {
        HttpRequest request = HttpRequest.newBuilder(node.health())
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            requireBooted(answer.body());
            return answer.statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A server that came up with errors never becomes ready. */
    private void requireBooted(String health) {
        if (FAILED_BOOT.matcher(health).find()) {
            throw new CommandFailure("the server came up with errors, the first of them:\n  "
                    + process.firstLineWith("ERROR") + "\nThe whole log is " + process.log());
        }
    }

    private static Map<String, String> serverProperties(
            Installation installation, HubNode node, Path configuration, Map<String, String> further) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("jboss.node.name", node.name());
        properties.put("jboss.http.port", String.valueOf(node.http()));
        properties.put("jboss.https.port", String.valueOf(node.https()));
        properties.put("jboss.management.http.port", String.valueOf(node.management()));
        properties.put("attune-server.users", installation.users().toString());
        properties.put("attune.home", installation.root().toString());
        properties.put("attune.data", installation.data().toString());
        properties.put("attune.node-name", node.name());
        properties.put("attune.configuration", configuration.toString());
        properties.put("attune.public-url", node.url().toString());
        properties.putAll(further);
        return properties;
    }

    /** What the server's own configuration takes from the environment, since a command line is public. */
    private static Map<String, String> environment(Installation installation, HubNode node, Path configuration) {
        DatabaseConfiguration database =
                installation.configuration(configuration).database();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("ATTUNE_DATABASE_URL", database.url());
        environment.put("ATTUNE_DATABASE_USER", database.user());
        database.password().ifPresent(password -> environment.put("ATTUNE_DATABASE_PASSWORD", password));
        environment.put(
                "ATTUNE_KEYSTORE_PASSWORD",
                KeyStorePassword.of(node.folder(), new SecureRandom()).text());
        return environment;
    }

    /** A node's base directory starts as a copy of the server's configuration. */
    private static void prepare(Path server, Path folder) {
        Path target = folder.resolve("configuration");
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            copyAbsent(server.resolve("standalone/configuration"), target);
        } catch (IOException failed) {
            throw new CommandFailure("cannot prepare the node's folder " + folder + ": " + failed.getMessage(), failed);
        }
    }

    private static void copyAbsent(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (!Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
