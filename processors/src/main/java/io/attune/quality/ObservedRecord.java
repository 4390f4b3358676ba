package io.attune.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.record.CustomerRecord;
import io.attune.record.Event;
import io.attune.record.SourceRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What quality is measured by in a record.
 *
 * @param kind {@code customer} or the type of the event
 * @param present fields that have a value: attributes, kinds of identifiers, {@code amount}, {@code currency}, and properties as
 *     {@code properties.name}
 * @param numbers fields that are numbers
 * @param categories clear texts of few values, by field
 */
record ObservedRecord(
        SourceRecord record,
        String kind,
        Set<String> present,
        Map<String, Double> numbers,
        Map<String, Set<String>> categories) {
    private static final String PROPERTIES = "properties.";
    /** Attributes that are kept in clear and have few values. */
    private static final List<String> CLEAR_ATTRIBUTES = List.of("country", "language", "group");

    static ObservedRecord of(SourceRecord record) {
        Set<String> present = new HashSet<>();
        Map<String, Double> numbers = new HashMap<>();
        Map<String, Set<String>> categories = new HashMap<>();
        record.identifiers().forEach(identifier -> present.add(identifier.kind()));
        String kind = "customer";
        if (record instanceof Event event) {
            kind = event.type();
            category(categories, "type", event.type());
            event(event, present, numbers, categories);
        } else if (record instanceof CustomerRecord customer) {
            customer.attributes().forEach((name, value) -> {
                if (!value.isEmpty()) {
                    present.add(name);
                }
            });
            CLEAR_ATTRIBUTES.forEach(name -> {
                if (present.contains(name)) {
                    category(categories, name, customer.attributes().get(name));
                }
            });
        }
        return new ObservedRecord(record, kind, present, numbers, categories);
    }

    private static void event(
            Event event, Set<String> present, Map<String, Double> numbers, Map<String, Set<String>> categories) {
        event.amount().ifPresent(amount -> {
            present.add("amount");
            numbers.put("amount", amount.doubleValue());
        });
        event.currency().ifPresent(currency -> {
            present.add("currency");
            category(categories, "currency", currency);
        });
        for (Map.Entry<String, JsonNode> property : event.properties().properties()) {
            JsonNode value = property.getValue();
            if (value.isNull() || (value.isTextual() && value.textValue().isBlank())) {
                continue;
            }
            present.add(PROPERTIES + property.getKey());
            if (value.isNumber()) {
                numbers.put(PROPERTIES + property.getKey(), value.doubleValue());
            }
        }
        for (JsonNode product : event.properties().path("products")) {
            String name = product.path("category").asText("");
            if (!name.isBlank()) {
                category(categories, "category", name);
            }
        }
    }

    private static void category(Map<String, Set<String>> categories, String field, String value) {
        categories.computeIfAbsent(field, name -> new HashSet<>()).add(value);
    }
}
