package io.attune.sandbox.postgres;

import io.attune.sandbox.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends a PostgreSQL that outlived a killed sandbox. A new one would otherwise fail on its lock file, or worse, speak to the
 * old one. The caller holds the lock of the folder, so whoever runs there is an orphan.
 */
final class StalePostmaster {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private StalePostmaster() {}

    static void stop(Path folder) {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            if (!lines.isEmpty()) {
                ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(StalePostmaster::isPostgres)
                        .ifPresent(postmaster -> interrupt(postmaster, pidFile));
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + pidFile, failure);
        }
    }

    /** The number may meanwhile belong to somebody else's process. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    private static void interrupt(ProcessHandle postmaster, Path pidFile) {
        try {
            // SIGINT asks for a fast shutdown; SIGTERM, all that Java can send, would wait for every client to leave.
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .start()
                    .waitFor();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            // An orphan without a parent that reaps it stays visible as a zombie, so the file decides, not the process.
            while (Files.exists(pidFile) && !exitsWithin(postmaster, Duration.ofMillis(50))) {
                if (System.nanoTime() > deadline) {
                    throw new SandboxException("A PostgreSQL left by a killed sandbox (process " + postmaster.pid()
                            + ") does not stop. End it by hand.");
                }
            }
        } catch (IOException | ExecutionException failure) {
            throw new SandboxException("A PostgreSQL left by a killed sandbox cannot be stopped", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted while a stale PostgreSQL was stopping", interrupted);
        }
    }

    private static boolean exitsWithin(ProcessHandle process, Duration time)
            throws ExecutionException, InterruptedException {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        }
    }
}
