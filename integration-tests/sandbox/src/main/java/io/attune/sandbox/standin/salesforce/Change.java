package io.attune.sandbox.standin.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a client wants to set, read from its JSON and checked. */
record Change(Map<String, Optional<Object>> fields) {
    /** A value that Salesforce refuses, for one record of possibly many. */
    record Problem(String code, String field, String message) {}

    /**
     * Reads a record. A field that does not exist makes the whole request malformed.
     *
     * @throws io.attune.sandbox.http.Refusal when a field is unknown
     */
    static Change of(JsonNode record) {
        Map<String, Optional<Object>> fields = new LinkedHashMap<>();
        record.properties().forEach(entry -> {
            if (!entry.getKey().equals("attributes")) {
                Field field = ObjectType.CONTACT
                        .field(entry.getKey())
                        .orElseThrow(() -> SalesforceErrors.bad(
                                "INVALID_FIELD", "No such column '" + entry.getKey() + "' on sobject of type Contact"));
                fields.put(field.name(), value(entry.getValue()));
            }
        });
        return new Change(fields);
    }

    private static Optional<Object> value(JsonNode node) {
        if (node.isNull() || (node.isTextual() && node.asText().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(node.isBoolean() ? node.asBoolean() : node.isNumber() ? node.numberValue() : node.asText());
    }

    Optional<String> text(String field) {
        return fields.getOrDefault(field, Optional.empty()).map(Object::toString);
    }

    /** @param key the field that names the record, which is not written */
    Optional<Problem> problem(String key) {
        for (Map.Entry<String, Optional<Object>> entry : fields.entrySet()) {
            Field field = ObjectType.CONTACT.field(entry.getKey()).orElseThrow();
            if (field.name().equals(key)) {
                continue;
            }
            if (!field.writable()) {
                return Optional.of(new Problem(
                        "INVALID_FIELD_FOR_INSERT_UPDATE",
                        field.name(),
                        "Unable to create/update fields: " + field.name() + "."));
            }
            Optional<String> code = entry.getValue().flatMap(field::problem);
            if (code.isPresent()) {
                return Optional.of(new Problem(
                        code.get(), field.name(), field.name() + ": the value does not fit (" + code.get() + ")"));
            }
        }
        return Optional.empty();
    }

    Map<String, Optional<Object>> without(String key) {
        Map<String, Optional<Object>> rest = new LinkedHashMap<>(fields);
        rest.remove(key);
        return rest;
    }
}
