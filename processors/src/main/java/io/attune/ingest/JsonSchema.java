package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** One JSON Schema (2020-12) of {@code connectors-config/schemas}. Thread-safe. */
final class JsonSchema {
    private static final int SHOWN = 3;

    private final Schema schema;

    JsonSchema(String text) {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
        schema.initializeValidators();
    }

    void check(JsonNode node) throws FlawedException {
        List<Error> errors = schema.validate(node);
        if (!errors.isEmpty()) {
            String found = String.join(
                    "; ", errors.stream().limit(SHOWN).map(JsonSchema::describe).toList());
            throw new FlawedException(Flaw.inValidation("SCHEMA_VIOLATED", found));
        }
    }

    private static String describe(Error error) {
        return (error.getInstanceLocation() + " " + error.getMessage()).strip();
    }
}
