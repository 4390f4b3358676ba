package io.attune.ingest.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A canonical record in the forms that CEL computes with. */
final class RecordValues {
    private static final List<String> AS_THEY_ARE =
            List.of("schema", "mapping", "key", "source", "entity", "type", "currency", "deleted");

    private RecordValues() {}

    static Map<String, Object> of(JsonNode record) {
        Map<String, Object> values = new HashMap<>();
        AS_THEY_ARE.stream().filter(record::hasNonNull).forEach(field -> values.put(field, value(record.get(field))));
        values.put("kind", record.path("schema").asText().startsWith("customer/") ? "customer" : "event");
        time(values, record, "occurredAt");
        time(values, record, "receivedAt");
        if (record.path("amount").isNumber()) {
            values.put("amount", record.path("amount").doubleValue());
            values.put("total", record.path("amount").doubleValue());
        }
        values.put("properties", object(record.path("properties")));
        values.put("attributes", texts(record.path("attributes")));
        values.put("identifiers", identifiers(record.path("identifiers")));
        return values;
    }

    private static void time(Map<String, Object> values, JsonNode record, String field) {
        try {
            values.put(field, Instant.parse(record.path(field).asText()));
        } catch (DateTimeException e) {
            // The check of the record's times rejects it.
            values.remove(field);
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
