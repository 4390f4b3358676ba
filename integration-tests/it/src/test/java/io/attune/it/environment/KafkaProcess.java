package io.attune.it.environment;

import io.attune.command.ChildProcess;
import io.attune.command.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The sandbox's Kafka in a process of its own, on the sandbox's folder and port. Thread-safe. */
public final class KafkaProcess implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(1);

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final Path log;
    private ChildProcess process;

    KafkaProcess(Path folder, int port, int controllerPort, Path log) {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
        this.log = log;
    }

    /** Starts it and returns when it accepts requests. */
    public synchronized void start() {
        process = ChildProcess.start("Kafka", command(), classPath(), log);
        boolean ready = Wait.until(READY, () -> {
            process.requireAlive();
            return process.logContains(KafkaMain.READY);
        });
        if (!ready) {
            throw new IllegalStateException("Kafka is not ready after " + READY + "; its log is " + log);
        }
    }

    /** Ends it without notice. */
    public synchronized void kill() {
        process.kill();
    }

    /** Stops its threads where they are: connections stay open, and nobody answers. */
    public synchronized void freeze() {
        Signals.send("STOP", process.id());
    }

    /** Lets it go on after {@link #freeze()}. */
    public synchronized void thaw() {
        Signals.send("CONT", process.id());
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.kill();
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                KafkaMain.class.getName(),
                folder.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort));
    }

    private static Map<String, String> classPath() {
        return Map.of("CLASSPATH", System.getProperty("java.class.path"));
    }

    /** Signals that Java itself cannot send. */
    private static final class Signals {
        static void send(String signal, long process) {
            try {
                int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(process))
                        .inheritIO()
                        .start()
                        .waitFor();
                if (exit != 0) {
                    throw new IllegalStateException("kill -" + signal + " " + process + " ended with " + exit);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while sending " + signal, interrupted);
            }
        }
    }
}
