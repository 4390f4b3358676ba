package io.attune.feature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** How events are read for counting, wherever they are read. Stateless and thread-safe. */
public final class ActivityRow {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ActivityRow() {}

    /**
     * The columns of an event {@code e}.
     *
     * @param detailed an SQL expression: the array of types of which the properties are wanted
     */
    public static String columns(String detailed) {
        return """
                e.node_id, e.source, e.type, e.occurred_at, e.utc_offset_minutes,
                (coalesce(e.amount, 0) * 10000)::bigint as amount,
                case when e.type = any(%s) then e.properties::text end as properties
                """.formatted(detailed);
    }

    /** The event of a row with these columns. */
    public static Activity read(ResultSet row) throws SQLException {
        return new Activity(
                row.getLong("node_id"),
                row.getString("source"),
                row.getString("type"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getLong("amount"),
                row.getInt("utc_offset_minutes"),
                properties(row.getString("properties")));
    }

    private static JsonNode properties(String text) {
        if (text == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AttuneException(
                    "EVENT_PROPERTIES_UNREADABLE", ErrorCategory.INTERNAL, "PostgreSQL answered with broken JSON", e);
        }
    }
}
