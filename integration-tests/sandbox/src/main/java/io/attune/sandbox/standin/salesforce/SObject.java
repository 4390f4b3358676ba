package io.attune.sandbox.standin.salesforce;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An object of the organization: API name of a field → text, number or boolean. A field without a value is absent. Immutable. */
public record SObject(@JsonValue Map<String, Object> fields) {
    @JsonCreator
    public SObject {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public String id() {
        return text("Id");
    }

    public String text(String field) {
        return value(field).map(Object::toString).orElse("");
    }

    public Optional<Object> value(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    public boolean deleted() {
        return Boolean.TRUE.equals(fields.get("IsDeleted"));
    }

    /** With other values; an empty one removes the field. */
    SObject with(Map<String, Optional<Object>> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changes.forEach(
                (name, value) -> value.ifPresentOrElse(given -> changed.put(name, given), () -> changed.remove(name)));
        return new SObject(changed);
    }
}
