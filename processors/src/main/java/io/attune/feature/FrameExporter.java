package io.attune.feature;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Exports the frame that a model is trained on from the events of the hub's database. One pass over the events, one person
 * in memory at a time. Immutable and safe to share between threads.
 */
public final class FrameExporter {

    private static final int ROWS_AT_ONCE = 5_000;

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
        try (FrameWriter writer = new FrameWriter(model, features, end, file)) {
            boolean autoCommit = connection.getAutoCommit();
            // PostgreSQL reads by a cursor, not all at once, in a transaction only.
            connection.setAutoCommit(false);
            try {
                read(connection, end, writer);
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
            return writer.summary();
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

    private void read(Connection connection, Instant end, FrameWriter writer) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select m.profile_id, e.received_at, e.backfill, g.value as person_group, "
                        + ActivityRow.columns("?") + """
                from event e join membership m on m.node_id = e.node_id and m.until is null
                  left join (
                    select distinct on (own.profile_id) own.profile_id, a.value
                    from membership own join node_attribute a on a.node_id = own.node_id
                    where own.until is null and a.name = ? and a.value is not null
                    order by own.profile_id, a.occurred_at desc) g on g.profile_id = m.profile_id
                where e.type = any(?) and e.occurred_at < ?
                  -- A receipt that names nobody is a profile of its own that can never return: it would teach that
                  -- whoever buys once is gone.
                  and exists (
                    select from membership other join node_identifier named on named.node_id = other.node_id
                    where other.profile_id = m.profile_id and other.until is null)
                order by m.profile_id
                """)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", features.detailedEventTypes().toArray()));
            statement.setString(2, model.groups().orElse(""));
            statement.setArray(
                    3, connection.createArrayOf("text", features.eventTypes().toArray()));
            statement.setObject(4, end.atOffset(java.time.ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                addPeople(rows, writer);
            }
        }
    }

    private static void addPeople(ResultSet rows, FrameWriter writer) throws SQLException {
        String person = "";
        String group = "";
        List<HistoricActivity> history = new ArrayList<>();
        while (rows.next()) {
            String owner = rows.getString("profile_id");
            if (!owner.equals(person)) {
                writer.add(person, group, history);
                history.clear();
                person = owner;
                group = Optional.ofNullable(rows.getString("person_group")).orElse("");
            }
            history.add(event(rows));
        }
        writer.add(person, group, history);
    }

    private static HistoricActivity event(ResultSet row) throws SQLException {
        return new HistoricActivity(
                ActivityRow.read(row),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("backfill"));
    }
}
