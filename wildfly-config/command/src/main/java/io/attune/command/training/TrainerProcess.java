package io.attune.command.training;

import io.attune.command.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a main class of the trainer in a process of its own, which opens no socket and reads only the files that it is given.
 *
 * @param jar the trainer's, with its libraries in {@code lib/} beside it
 */
public record TrainerProcess(Path jar) {

    /**
     * Waits for the process to end; what it prints is seen here.
     *
     * @throws CommandFailure when it cannot be started, or ends with another code than 0
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
        int exit = wait(start(command));
        if (exit != 0) {
            throw new CommandFailure("the trainer ended with exit code " + exit + "; nothing was registered");
        }
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).inheritIO().start();
        } catch (IOException failed) {
            throw new CommandFailure("cannot start the trainer: " + failed.getMessage(), failed);
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
