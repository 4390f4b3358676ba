package io.attune.timing;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.attune.sendtime.ReceivedMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes what send times are learned from, as CSV {@code person,zone,delivered,opened}; people are named by their profile,
 * which says nothing outside the hub. Stateless.
 */
public final class MessageLog {
    private static final int ROWS_AT_ONCE = 5_000;

    private static final String ZONES = """
            select distinct on (membership.profile_id) membership.profile_id, attribute.value
              from membership
              join node_attribute attribute on attribute.node_id = membership.node_id
             where membership.until is null and attribute.name = 'time_zone' and attribute.value is not null
             order by membership.profile_id, attribute.occurred_at desc, attribute.source_rank desc, attribute.record_id
            """;

    private MessageLog() {}

    /**
     * Writes the messages that came from one moment until another; the zone is what a source called it, and empty where none did.
     *
     * @param connection reads only, and its auto-commit is put back
     * @return how many
     */
    public static long messages(Connection connection, Instant since, Instant end, Path file)
            throws SQLException, IOException {
        boolean autoCommit = connection.getAutoCommit();
        // PostgreSQL reads by a cursor, not all at once, in a transaction only.
        connection.setAutoCommit(false);
        try (PreparedStatement statement =
                        connection.prepareStatement(MessageHistory.MESSAGES.formatted("true", "?", "?"));
                CsvWriter csv = CsvWriter.builder().build(file)) {
            Map<String, String> zones = zones(connection);
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setObject(1, since.atOffset(ZoneOffset.UTC));
            statement.setObject(2, end.atOffset(ZoneOffset.UTC));
            csv.writeRecord("person", "zone", "delivered", "opened");
            long rows = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String person = row.getString("profile_id");
                    ReceivedMessage message = MessageHistory.message(row);
                    csv.writeRecord(
                            person,
                            zones.getOrDefault(person, ""),
                            message.deliveredAt().toString(),
                            message.openedAt().map(Instant::toString).orElse(""));
                    rows++;
                }
            }
            return rows;
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private static Map<String, String> zones(Connection connection) throws SQLException {
        Map<String, String> zones = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(ZONES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                zones.put(row.getString("profile_id"), row.getString("value"));
            }
        }
        return zones;
    }
}
