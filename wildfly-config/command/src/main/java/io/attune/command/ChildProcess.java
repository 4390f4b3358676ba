package io.attune.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that the command started, with its output in a log file. Thread-safe. */
public final class ChildProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a process.
     *
     * @param environment added to this process's own; the place for secrets, since a command line is public
     */
    public static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()));
            builder.environment().putAll(environment);
            return new ChildProcess(name, builder.start(), log);
        } catch (IOException failed) {
            throw new CommandFailure("cannot start the " + name + ": " + failed.getMessage(), failed);
        }
    }

    public long id() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    /** Fails when the process has ended, naming its log. */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new CommandFailure("the " + name + " ended with exit code " + process.exitValue() + "; its log is "
                    + log + ", which ends:\n" + lastLines());
        }
    }

    /** Waits until it ends, and answers its exit code. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Kills it without notice, as a power cut would. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end, and kills it when it does not within 40 seconds. */
    @Override
    public void close() {
        stop(process.toHandle());
    }

    /** Asks a process to end, and kills it when it does not within 40 seconds. */
    static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a line of its output so far holds the text. */
    public boolean logContains(String text) {
        return lines().stream().anyMatch(line -> line.contains(text));
    }

    /** The first line of its output that holds the text, or nothing. */
    String firstLineWith(String text) {
        return lines().stream().filter(line -> line.contains(text)).findFirst().orElse("");
    }

    private String lastLines() {
        List<String> lines = lines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new CommandFailure("cannot read " + log + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static File nothing() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return new File(windows ? "NUL" : "/dev/null");
    }
}
