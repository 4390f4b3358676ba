package io.attune.definition;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One mistake in a definition file.
 *
 * @param line counted from 1
 * @param key where in the file, such as {@code features/2/window}; empty for the whole file
 * @param example what would be right there, if the schema gives one
 */
public record DefinitionProblem(Path file, int line, String key, String message, Optional<String> example) {

    /** The problem as one line, in the form that editors and terminals make clickable. */
    public String describe() {
        String place = key.isEmpty() ? "" : key + ": ";
        return file + ":" + line + ": " + place + message
                + example.map(right -> "; for example " + right).orElse("");
    }
}
