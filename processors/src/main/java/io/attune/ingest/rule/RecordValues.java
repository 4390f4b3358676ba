package io.attune.ingest.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.ingest.normal.UtcTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A canonical record in the forms that CEL computes with. Each field is made when it is first asked for, since most rules are
 * about few fields of few records. Not thread-safe.
 */
final class RecordValues {
    private final JsonNode record;
    private final Map<String, Optional<Object>> made = new HashMap<>();

    RecordValues(JsonNode record) {
        this.record = record;
    }

    /** Whether the record has all of these fields; objects and lists are there, if only empty. */
    boolean has(Set<String> fields) {
        return fields.stream().allMatch(field -> find(field).isPresent());
    }

    /** Those of these fields that the record has. */
    Map<String, Object> only(Set<String> fields) {
        Map<String, Object> values = new HashMap<>();
        fields.forEach(field -> find(field).ifPresent(value -> values.put(field, value)));
        return values;
    }

    private Optional<Object> find(String field) {
        return made.computeIfAbsent(field, this::make);
    }

    private Optional<Object> make(String field) {
        return switch (field) {
            case "kind" -> Optional.of(record.path("schema").asText().startsWith("customer/") ? "customer" : "event");
            case "schema", "mapping", "key", "source", "entity", "type", "currency", "deleted" ->
                Optional.of(record.path(field))
                        .filter(node -> !node.isMissingNode() && !node.isNull())
                        .map(RecordValues::value);
            case "occurredAt", "receivedAt" -> time(record.path(field).asText());
            case "amount", "total" ->
                Optional.of(record.path("amount")).filter(JsonNode::isNumber).map(JsonNode::doubleValue);
            case "properties" -> Optional.of(object(record.path(field)));
            case "attributes" -> Optional.of(texts(record.path(field)));
            case "identifiers" -> Optional.of(identifiers(record.path(field)));
            default -> Optional.empty();
        };
    }

    /** Empty where it is none; the check of the record's times rejects it. */
    private static Optional<Object> time(String text) {
        try {
            return Optional.of(UtcTime.read(text)
                    .map(written -> written.toInstant(ZoneOffset.UTC))
                    .orElseGet(() -> Instant.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> texts(JsonNode object) {
        Map<String, Object> texts = new HashMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static Map<String, List<String>> identifiers(JsonNode list) {
        Map<String, List<String>> byKind = new HashMap<>();
        list.forEach(
                identifier -> byKind.computeIfAbsent(identifier.path("kind").asText(), kind -> new ArrayList<>())
                        .add(identifier.path("value").asText()));
        return byKind;
    }

    private static Map<String, Object> object(JsonNode object) {
        Map<String, Object> values = new HashMap<>();
        object.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                values.put(field.getKey(), value(field.getValue()));
            }
        });
        return values;
    }

    private static Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : node.doubleValue();
            case OBJECT -> object(node);
            case ARRAY -> {
                List<Object> items = new ArrayList<>();
                node.forEach(item -> {
                    if (!item.isNull()) {
                        items.add(value(item));
                    }
                });
                yield items;
            }
            default -> node.asText();
        };
    }
}
