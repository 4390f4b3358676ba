package io.attune.command.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.command.CommandFailure;
import io.attune.registry.Headline;
import io.attune.registry.VersionWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

/** A kind that is learned here from a log of what happened, and is no MOJO. */
abstract class LogKind implements ModelKind {
    private final String name;
    private final String schema;

    LogKind(String name, String schema) {
        this.name = name;
        this.schema = schema;
    }

    @Override
    public final Set<String> names() {
        return Set.of(name);
    }

    @Override
    public final String schema() {
        return schema;
    }

    @Override
    public final boolean scoresProfiles() {
        return false;
    }

    /** Writes a log into a file. */
    @FunctionalInterface
    interface LogExport {
        /** How much was written, for the person who waits. */
        String write(Connection hub, Path file) throws SQLException, IOException;
    }

    /** Exports a log into the run's scratch folder, unless the run brings one. */
    static Path log(TrainingRun run, String what, LogExport export) {
        return run.frame().orElseGet(() -> {
            Path file = run.scratch().resolve(run.model().name() + ".csv");
            try (Connection connection = run.database().connect()) {
                Files.createDirectories(run.scratch());
                run.say(what + ": " + export.write(connection, file) + ", in " + file);
                return file;
            } catch (SQLException | IOException failed) {
                throw new CommandFailure("cannot export the " + what + ": " + failed.getMessage(), failed);
            }
        });
    }

    /** The card's beginning; the kind adds what it learned from and how it was judged. */
    static ObjectNode card(
            TrainingRun run,
            VersionWriter writer,
            String algorithm,
            String description,
            Headline headline,
            Instant now) {
        return writer.card(
                run.model().name(),
                run.model().kindName(),
                algorithm,
                description,
                headline,
                run.seed().orElse(0L),
                now);
    }
}
