package io.attune.ingest;

import com.schibsted.spt.data.jslt.JsltException;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The mappings and schemas of one folder {@code connectors-config}, compiled. {@code mappings/NAME.jslt} maps what
 * {@code schemas/NAME.schema.json} admits; every result must conform to {@code schemas/record.schema.json}. Immutable.
 */
final class MappingCatalogue {
    private static final String SUFFIX = ".jslt";

    private final Map<String, Mapping> mappings;
    private final JsonSchema canonical;

    private MappingCatalogue(Map<String, Mapping> mappings, JsonSchema canonical) {
        this.mappings = Map.copyOf(mappings);
        this.canonical = canonical;
    }

    /** @throws AttuneException when a file is missing or wrong, naming it and what is wrong */
    static MappingCatalogue read(Path folder) {
        Map<String, Mapping> mappings = new TreeMap<>();
        for (Path file : files(folder.resolve("mappings"))) {
            String name = file.getFileName().toString();
            String stem = name.substring(0, name.length() - SUFFIX.length());
            mappings.put(stem, compile(file, schema(folder, stem)));
        }
        return new MappingCatalogue(mappings, schema(folder, "record"));
    }

    Mapping mapping(String name) {
        Mapping mapping = mappings.get(name);
        if (mapping == null) {
            throw new AttuneException(
                    "MAPPING_UNKNOWN",
                    ErrorCategory.USER,
                    "there is no mapping '" + name + "'; connectors-config/mappings holds " + names());
        }
        return mapping;
    }

    JsonSchema canonical() {
        return canonical;
    }

    List<String> names() {
        return mappings.keySet().stream().sorted().toList();
    }

    private static Mapping compile(Path file, JsonSchema schema) {
        try {
            return Mapping.compile(file.getFileName().toString(), text(file), schema);
        } catch (JsltException e) {
            throw new AttuneException("MAPPING_BROKEN", ErrorCategory.USER, file + " is no JSLT: " + e.getMessage(), e);
        }
    }

    private static JsonSchema schema(Path folder, String name) {
        Path file = folder.resolve("schemas").resolve(name + ".schema.json");
        String text = text(file);
        try {
            return new JsonSchema(text);
        } catch (RuntimeException e) {
            throw new AttuneException(
                    "SCHEMA_BROKEN", ErrorCategory.USER, file + " is no JSON Schema: " + e.getMessage(), e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static AttuneException unreadable(Path path, IOException cause) {
        return new AttuneException("FILE_UNREADABLE", ErrorCategory.USER, path + " cannot be read", cause);
    }
}
