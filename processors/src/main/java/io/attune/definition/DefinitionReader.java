package io.attune.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads YAML files of one kind against its JSON Schema. Immutable and safe to share between threads. */
public final class DefinitionReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    private final JsonNode schemaDocument;
    private final Schema schema;

    private DefinitionReader(JsonNode schemaDocument) {
        this.schemaDocument = schemaDocument;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaDocument);
    }

    /** A reader whose schema is a file, so that editors can use the same. */
    public static DefinitionReader withSchema(Path schemaFile) {
        try {
            return new DefinitionReader(JSON.readTree(schemaFile.toFile()));
        } catch (IOException e) {
            throw unreadable(schemaFile, 1, "the schema cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads every {@code *.yaml} file of a folder, in the order of their names.
     *
     * @throws DefinitionException with the mistakes of all files
     */
    public List<Definition> readFolder(Path folder) {
        List<Definition> definitions = new ArrayList<>();
        List<DefinitionProblem> problems = new ArrayList<>();
        for (Path file : yamlFiles(folder)) {
            try {
                definitions.add(read(file));
            } catch (DefinitionException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
        return definitions;
    }

    /**
     * Reads one file.
     *
     * @throws DefinitionException when it cannot be read, is not YAML, or is not what the schema says
     */
    public Definition read(Path file) {
        try {
            return read(file, Files.readString(file));
        } catch (IOException e) {
            throw unreadable(file, 1, "the file cannot be read: " + e.getMessage());
        }
    }

    /** Reads a text as if it stood in the file. */
    public Definition read(Path file, String text) {
        Map<String, Integer> lines = lines(file, text);
        JsonNode content = content(file, text);
        List<DefinitionProblem> problems = schema.validate(content).stream()
                .map(error -> SchemaErrors.problem(file, lines, schemaDocument, error))
                .sorted(Comparator.comparingInt(DefinitionProblem::line))
                .toList();
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
        return new Definition(file, content, lines);
    }

    private static Map<String, Integer> lines(Path file, String text) {
        try {
            return YamlLines.of(text);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw unreadable(file, line, "this is not YAML: " + e.getProblem());
        }
    }

    private static JsonNode content(Path file, String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw unreadable(file, line, "this is not YAML: " + e.getOriginalMessage());
        }
    }

    private static List<Path> yamlFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, 1, "the folder cannot be listed: " + e.getMessage());
        }
    }

    private static DefinitionException unreadable(Path file, int line, String message) {
        return new DefinitionException(List.of(new DefinitionProblem(file, line, "", message, Optional.empty())));
    }
}
