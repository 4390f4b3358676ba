package io.attune.sandbox.population.sink;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Salesforce contact as the stand-in stores it.
 *
 * @param fields API name of the field → value (text or boolean), in a fixed order; a field without a value is absent
 */
public record Contact(Map<String, Object> fields) {
    public Contact {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The 18-character Salesforce id. */
    public String id() {
        return (String) fields.get("Id");
    }
}
