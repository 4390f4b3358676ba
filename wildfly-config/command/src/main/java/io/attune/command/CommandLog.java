package io.attune.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends what libraries log to a file, so that the terminal shows only what a person should read. */
final class CommandLog {
    private CommandLog() {}

    /** Must run before the first logger is made. */
    static void open() {
        if (System.getProperty("attune.root") == null) {
            return;
        }
        Path folder = Installation.current().logs();
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new CommandFailure("cannot create the log folder " + folder + ": " + failed.getMessage(), failed);
        }
        System.setProperty(
                "org.slf4j.simpleLogger.logFile", folder.resolve("command.log").toString());
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
    }
}
