package io.attune.ingest.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * Rows of any database as JSON: numbers and truth values as such, times as ISO 8601 in UTC, dates as ISO 8601, JSON columns
 * and arrays as what they hold, everything else as text. Binary columns are left out. Immutable.
 */
public final class RowJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<Integer> BINARY = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

    private final ZoneId zone;

    /** @param zone that of times without one */
    public RowJson(ZoneId zone) {
        this.zone = zone;
    }

    /** The row that the result stands at. */
    public ObjectNode row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        ObjectNode row = NODES.objectNode();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            if (!BINARY.contains(columns.getColumnType(column))) {
                row.set(columns.getColumnLabel(column), value(result, column, columns));
            }
        }
        return row;
    }

    /** The time in a column; null where there is none. */
    Instant instant(ResultSet result, int column) throws SQLException {
        if (zoned(result.getMetaData(), column)) {
            OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
        LocalDateTime time = result.getObject(column, LocalDateTime.class);
        return time == null ? null : time.atZone(zone).toInstant();
    }

    /** Whether a column's times know their zone. */
    public static boolean zoned(ResultSetMetaData columns, int column) throws SQLException {
        String type = columns.getColumnTypeName(column).toLowerCase(Locale.ROOT);
        return columns.getColumnType(column) == Types.TIMESTAMP_WITH_TIMEZONE
                || type.equals("timestamptz")
                || type.contains("with time zone")
                || type.contains("offset");
    }

    private JsonNode value(ResultSet result, int column, ResultSetMetaData columns) throws SQLException {
        if (columns.getColumnType(column) == Types.TIMESTAMP || zoned(columns, column)) {
            Instant time = instant(result, column);
            return time == null ? NullNode.getInstance() : TextNode.valueOf(time.toString());
        }
        if (columns.getColumnTypeName(column).toLowerCase(Locale.ROOT).startsWith("json")) {
            return json(result.getString(column));
        }
        Object value = result.getObject(column);
        if (value instanceof Array array) {
            ArrayNode items = NODES.arrayNode();
            for (Object item : (Object[]) array.getArray()) {
                items.add(scalar(item));
            }
            return items;
        }
        return value instanceof Number || value instanceof Boolean ? scalar(value) : text(result.getString(column));
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof BigDecimal decimal) {
            return NODES.numberNode(decimal);
        }
        if (value instanceof BigInteger whole) {
            return NODES.numberNode(whole);
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? NODES.numberNode(number) : NullNode.getInstance();
        }
        if (value instanceof Number number) {
            return NODES.numberNode(number.longValue());
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        return text(value == null ? null : value.toString());
    }

    private static JsonNode text(String text) {
        return text == null ? NullNode.getInstance() : TextNode.valueOf(text);
    }

    private static JsonNode json(String text) {
        if (text == null) {
            return NullNode.getInstance();
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
