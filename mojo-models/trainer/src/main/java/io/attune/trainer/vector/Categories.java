package io.attune.trainer.vector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a frame that hold categories, as the notes beside it ({@code <frame>.notes.json}) say, and their levels in the order
 * in which they came.
 */
final class Categories {

    private final Map<String, Map<String, Integer>> levels = new HashMap<>();

    /** Without notes, every column holds numbers. */
    static Categories beside(Path frame) throws IOException {
        Categories categories = new Categories();
        Path notes = frame.resolveSibling(frame.getFileName() + ".notes.json");
        if (Files.exists(notes)) {
            for (JsonNode column : new ObjectMapper().readTree(notes.toFile()).path("features")) {
                if (column.path("type").asText().equals("category")) {
                    categories.levels.put(column.path("name").asText(), new LinkedHashMap<>());
                }
            }
        }
        return categories;
    }

    /** The number of a field's level, or the number that it is; NaN for an empty one. */
    double number(String column, String field) {
        if (field.isEmpty()) {
            return Double.NaN;
        }
        Map<String, Integer> known = levels.get(column);
        if (known == null) {
            return Double.parseDouble(field);
        }
        return known.computeIfAbsent(field, any -> known.size());
    }

    /** Empty for a column of numbers. */
    List<String> levels(String column) {
        return List.copyOf(levels.getOrDefault(column, Map.of()).keySet());
    }

    /** The fields of a line, after RFC 4180; no field holds a line break. */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < line.length(); index++) {
            char letter = line.charAt(index);
            if (letter == '"') {
                boolean doubled = quoted && index + 1 < line.length() && line.charAt(index + 1) == '"';
                if (doubled) {
                    field.append(letter);
                    index++;
                } else {
                    quoted = !quoted;
                }
            } else if (letter == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(letter);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
