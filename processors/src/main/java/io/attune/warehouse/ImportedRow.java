package io.attune.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The form in which a row is sent to the hub: whom it is about, when it changed, and its other columns as attributes. Immutable. */
record ImportedRow(String key, String kind, Optional<String> changed) {
    /** @throws AttuneException when the rows have no such columns */
    static ImportedRow of(ResultSetMetaData columns, ImportRequest request) throws SQLException {
        Optional<String> changed = Optional.empty();
        if (request.changed().isPresent()) {
            changed = Optional.of(
                    columns.getColumnLabel(column(columns, request.changed().get())));
        }
        return new ImportedRow(columns.getColumnLabel(column(columns, request.key())), request.kind(), changed);
    }

    /** What is sent of one row. */
    record Line(String json, Optional<Instant> changed) {}

    /** The number of a column, whichever case it is written in. */
    static int column(ResultSetMetaData columns, String name) throws SQLException {
        List<String> found = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            if (columns.getColumnLabel(column).equalsIgnoreCase(name)) {
                return column;
            }
            found.add(columns.getColumnLabel(column));
        }
        throw new AttuneException(
                "WAREHOUSE_COLUMN_MISSING",
                ErrorCategory.USER,
                "the query has no column " + name + "; it has " + String.join(", ", found));
    }

    Line line(ObjectNode row) {
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        sent.putObject("identifier").put("kind", kind).set("value", row.path(key));
        Optional<Instant> at =
                changed.map(row::path).filter(JsonNode::isTextual).map(this::instant);
        at.ifPresent(moment -> sent.put("changedAt", moment.toString()));
        ObjectNode attributes = sent.putObject("attributes");
        row.properties().forEach(column -> {
            if (!column.getKey().equals(key)
                    && changed.filter(column.getKey()::equals).isEmpty()) {
                attributes.set(attribute(column.getKey()), scalar(column.getValue()));
            }
        });
        return new Line(sent.toString(), at);
    }

    private Instant instant(JsonNode value) {
        try {
            return Instant.parse(value.asText());
        } catch (DateTimeParseException e) {
            throw new AttuneException(
                    "WAREHOUSE_COLUMN_NO_TIME",
                    ErrorCategory.USER,
                    "column " + changed.orElse("") + " is no timestamp; cast it in the query: cast(… as timestamp)",
                    e);
        }
    }

    private static String attribute(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "_");
    }

    private static JsonNode scalar(JsonNode value) {
        return value.isContainerNode() ? JsonNodeFactory.instance.textNode(value.toString()) : value;
    }
}
