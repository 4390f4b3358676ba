package io.attune.feature;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.feature.calculation.Population;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;

/**
 * Exports the frame that a model is trained on from the events of the hub's database. One pass over the events, or two
 * where a feature must know something of everybody; one person in memory at a time. Immutable and safe to share between threads.
 */
public final class FrameExporter {

    private final FeatureDefinitions features;
    private final ModelDefinition model;

    public FrameExporter(FeatureDefinitions features, ModelDefinition model) {
        this.features = features;
        this.model = model;
    }

    /** Reads the definitions under {@code attune.home/mojo-models/definitions}. */
    public static FrameExporter of(Path definitions, String model) {
        FeatureDefinitions features = FeatureDefinitionReader.read(definitions);
        return new FrameExporter(features, ModelDefinition.read(definitions, model, features));
    }

    /**
     * Writes the frame.
     *
     * @param connection to the hub's database; reads only, and its auto-commit is put back
     * @param end until when the hub knows what happened, as a rule now; events at or after it are not read
     * @param file to write (CSV); replaced when it exists
     */
    public FrameSummary export(Connection connection, Instant end, Path file) {
        try {
            boolean autoCommit = connection.getAutoCommit();
            // PostgreSQL reads by a cursor, not all at once, in a transaction only.
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // All readings must see the same events and merges, while others come in.
                statement.execute("set transaction isolation level repeatable read");
                return export(new FrameReader(connection, features, model.groups(), end), end, file);
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        } catch (IOException e) {
            throw new AttuneException(
                    "FRAME_UNWRITABLE", ErrorCategory.USER, file + " cannot be written: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new AttuneException(
                    "FRAME_UNREADABLE",
                    ErrorCategory.EXTERNAL,
                    "The events cannot be read for the frame: " + e.getMessage(),
                    e);
        }
    }

    private FrameSummary export(FrameReader reader, Instant end, Path file) throws IOException, SQLException {
        Map<Instant, Population> populations = Map.of();
        if (FrameSurvey.needed(model, features)) {
            FrameSurvey survey = new FrameSurvey(model, features, end);
            reader.forEach(survey::add);
            populations = survey.result();
        }
        try (FrameWriter writer = new FrameWriter(model, features, end, file, populations)) {
            reader.forEach(writer::add);
            return writer.summary();
        }
    }
}
