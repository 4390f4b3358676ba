package io.attune.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Kafka, PostgreSQL and the stand-ins in a process of their own, for a hub that has no others. Thread-safe. */
public final class SandboxProcess implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(2);

    private final ChildProcess process;
    private final Path configuration;

    private SandboxProcess(ChildProcess process, Path configuration) {
        this.process = process;
        this.configuration = configuration;
    }

    /** Starts it on a folder, which holds everything over restarts, and waits until it is ready. */
    public static SandboxProcess start(Installation installation, Path folder) {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-Dsun.net.httpserver.nodelay=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                installation.sandboxClassPath(),
                "io.attune.sandbox.Sandbox",
                "--data",
                folder.toString());
        Path log = installation.logs().resolve("sandbox.log");
        SandboxProcess sandbox = new SandboxProcess(
                ChildProcess.start("sandbox", command, Map.of(), log), folder.resolve("sandbox.properties"));
        sandbox.awaitReady();
        return sandbox;
    }

    /** The file with the hub's keys for this sandbox. */
    public Path configuration() {
        return configuration;
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    private void awaitReady() {
        boolean ready = Wait.until(READY, () -> {
            process.requireAlive();
            return process.logContains("Sandbox ready") && Files.exists(configuration);
        });
        if (!ready) {
            throw new CommandFailure(
                    "the sandbox is not ready after " + READY.toMinutes() + " minutes; its log is " + process.log());
        }
    }
}
