package io.attune.command.training;

import io.attune.command.CommandFailure;
import io.attune.feature.FrameExporter;
import io.attune.feature.FrameSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** The frame of a model of feature vectors, in a file. */
public final class FrameFile {
    private FrameFile() {}

    /**
     * Exports it from the hub's events.
     *
     * @param end until when the hub knows what happened
     */
    public static FrameSummary export(Path definitions, String model, HubDatabase database, Instant end, Path file) {
        try (Connection connection = database.connect()) {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            return FrameExporter.of(definitions, model).export(connection, end, file);
        } catch (SQLException | IOException failed) {
            throw new CommandFailure("cannot export the frame: " + failed.getMessage(), failed);
        }
    }
}
