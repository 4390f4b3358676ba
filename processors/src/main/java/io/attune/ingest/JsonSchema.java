package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One JSON Schema (2020-12) of {@code connectors-config/schemas}. Its version is the number in its {@code $id}, {@code
 * attune:NAME/VERSION}; it is 1 where there is no {@code $id}. Thread-safe.
 */
final class JsonSchema {
    private static final int SHOWN = 3;
    private static final Pattern ID = Pattern.compile("\"\\$id\"\\s*:\\s*\"([^\"]*)\"");

    private final Schema schema;
    private final int version;

    /** @throws IllegalArgumentException when the {@code $id} is another's, or has no version */
    JsonSchema(String name, String text) {
        version = version(name, text);
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
        schema.initializeValidators();
    }

    private static int version(String name, String text) {
        Matcher id = ID.matcher(text);
        if (!id.find()) {
            return 1;
        }
        Matcher version = Pattern.compile("attune:" + Pattern.quote(name) + "/([1-9][0-9]{0,5})")
                .matcher(id.group(1));
        if (!version.matches()) {
            throw new IllegalArgumentException("$id is \"" + id.group(1) + "\"; it must be \"attune:" + name
                    + "/VERSION\", such as \"attune:" + name + "/1\"");
        }
        return Integer.parseInt(version.group(1));
    }

    int version() {
        return version;
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
