package io.attune.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what JSON Schema found wrong in the words of whoever wrote the file. */
final class SchemaErrors {

    private SchemaErrors() {}

    static DefinitionProblem problem(Path file, Map<String, Integer> lines, JsonNode schema, Error error) {
        JsonNode place = schemaOf(schema, error);
        String parent = error.getInstanceLocation().toString();
        Optional<String> property = Optional.ofNullable(error.getProperty());
        return switch (error.getKeyword()) {
            case "additionalProperties" -> {
                String pointer = parent + property.map(name -> "/" + name).orElse("");
                yield problem(file, lines, pointer, "is not known here; known are " + names(place), Optional.empty());
            }
            case "required" ->
                problem(
                        file,
                        lines,
                        parent,
                        "\"" + property.orElse("") + "\" is missing",
                        example(place.path("properties").path(property.orElse("")))
                                .map(value -> property.orElse("") + ": " + value));
            default -> problem(file, lines, parent, error.getMessage(), example(place));
        };
    }

    private static DefinitionProblem problem(
            Path file, Map<String, Integer> lines, String pointer, String message, Optional<String> example) {
        return new DefinitionProblem(
                file, YamlLines.nearest(lines, pointer), Definition.key(pointer), message, example);
    }

    // The location ends in the keyword that failed; what holds the keyword is the schema of the place.
    private static JsonNode schemaOf(JsonNode schema, Error error) {
        String location = error.getSchemaLocation().toString();
        String fragment = location.substring(location.indexOf('#') + 1);
        int keyword = fragment.lastIndexOf('/');
        return keyword <= 0 ? schema : schema.at(JsonPointer.compile(fragment.substring(0, keyword)));
    }

    private static Optional<String> example(JsonNode schema) {
        JsonNode example = schema.path("examples").path(0);
        return example.isMissingNode() ? Optional.empty() : Optional.of(example.toString());
    }

    private static List<String> names(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
