package io.attune.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Values of features as the database holds them: an object of numbers, and of texts where a feature is categorical. */
public final class FeatureValues {

    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private FeatureValues() {}

    /** Doubles and Strings by name; a feature whose value is null is absent. */
    public static Map<String, Object> parse(String text) {
        try {
            Map<String, Object> values = JSON.readValue(text, VALUES);
            values.values().removeIf(Objects::isNull);
            values.replaceAll((name, value) -> value instanceof Number number ? (Object) number.doubleValue() : value);
            return values;
        } catch (JsonProcessingException e) {
            throw new AttuneException(
                    "FEATURES_UNREADABLE",
                    ErrorCategory.INTERNAL,
                    "a stored feature vector is not an object of numbers and texts",
                    e);
        }
    }

    /** As {@link #parse} reads it. */
    public static String write(Map<String, Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new AttuneException("VECTOR_UNWRITABLE", ErrorCategory.INTERNAL, "A vector is no JSON", e);
        }
    }
}
