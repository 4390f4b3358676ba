package io.attune.it.environment;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.command.Credentials;
import io.attune.command.Running;
import io.attune.command.user.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command {@code attune}, as it finds a running hub on a data folder, in a process of its own. Not thread-safe. */
public final class AttuneCommand {
    private static final String JAR = "integration-tests/sandbox/target/attune-sandbox-0.1.0-SNAPSHOT.jar";

    private final Environment environment;
    private final Path data;

    /** @param data a new folder, on which the command finds the environment's first node */
    public AttuneCommand(Environment environment, Path data) {
        this.environment = environment;
        this.data = data;
    }

    /** What a command said, and how it ended. */
    public record Said(int exit, String text) {}

    /** Runs it as a user of a role, and waits until it has ended. */
    public Said run(Role role, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dattune.root=" + Repository.root(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                Repository.root().resolve(JAR) + ":" + Repository.root().resolve("integration-tests/sandbox/target/lib")
                        + "/*",
                "io.attune.command.Attune"));
        command.addAll(List.of(arguments));
        try {
            login(environment.user(role));
            Path output = data.resolve("output.txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("ATTUNE_DATA", data.toString());
            Process process = builder.start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", arguments) + " did not end within two minutes");
            }
            return new Said(process.exitValue(), Files.readString(output));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void login(Credentials user) throws IOException {
        new Running(
                        "start",
                        Map.of("server", environment.nodes().first().process().id()),
                        Map.of("hub", environment.nodes().first().node().url().toString()),
                        environment.sandbox().configurationFile().toString())
                .write(data);
        new ObjectMapper()
                .writeValue(
                        data.resolve("command-credentials.json").toFile(),
                        Map.of("user", user.user(), "password", user.password()));
    }
}
