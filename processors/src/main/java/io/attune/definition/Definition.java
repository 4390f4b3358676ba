package io.attune.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A definition file that its schema accepts.
 *
 * @param content the file as JSON; treat it as immutable
 * @param lines the line of every key and item, by JSON pointer such as {@code /features/2/window}
 */
public record Definition(Path file, JsonNode content, Map<String, Integer> lines) {
    public Definition {
        lines = Map.copyOf(lines);
    }

    /** A mistake that no schema can see, such as a name that is defined nowhere. */
    public DefinitionProblem problem(String pointer, String message, Optional<String> example) {
        return new DefinitionProblem(file, line(pointer), key(pointer), message, example);
    }

    private int line(String pointer) {
        return YamlLines.nearest(lines, pointer);
    }

    static String key(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1);
    }
}
