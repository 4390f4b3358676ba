package io.attune.command.training;

import io.attune.command.CommandFailure;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a main class of the trainer in a process of its own, which opens no socket and reads only the files that it is given.
 *
 * @param jar the trainer's, with its libraries in {@code lib/} beside it
 */
public record TrainerProcess(Path jar) {

    /**
     * Waits for the process to end; what it prints is seen here.
     *
     * @throws CommandFailure when it cannot be started, or ends with another code than 0; with its reason if it told one
     */
    public void run(String mainClass, List<String> arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx2g",
                // H2O looks into the JVM's own classes.
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                jar + File.pathSeparator + jar.resolveSibling("lib") + File.separator + "*",
                mainClass));
        command.addAll(arguments);
        Process process = start(command);
        Reason reason = new Reason();
        Thread reader = new Thread(() -> reason.readFrom(process), "trainer's errors");
        reader.setDaemon(true);
        reader.start();
        int exit = wait(process);
        reader.join();
        if (exit != 0) {
            throw new CommandFailure(
                    reason.told().orElse("the trainer ended with exit code " + exit) + "; nothing was registered");
        }
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .inheritIO()
                    .redirectError(ProcessBuilder.Redirect.PIPE)
                    .start();
        } catch (IOException failed) {
            throw new CommandFailure("cannot start the trainer: " + failed.getMessage(), failed);
        }
    }

    /** Passes on what a process says on its error output, and remembers the last line in which the trainer gives a reason. */
    private static final class Reason {
        private static final String MARK = "attune: ";

        private volatile String last = "";

        void readFrom(Process process) {
            try (BufferedReader lines = process.errorReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    System.err.println(line);
                    last = line.startsWith(MARK) ? line.substring(MARK.length()) : last;
                }
            } catch (IOException ended) {
                System.err.println("the trainer's errors cannot be read any more: " + ended.getMessage());
            }
        }

        Optional<String> told() {
            return Optional.of(last).filter(reason -> !reason.isEmpty());
        }
    }

    private static int wait(Process process) throws InterruptedException {
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }
}
