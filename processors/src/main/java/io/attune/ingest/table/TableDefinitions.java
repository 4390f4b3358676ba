package io.attune.ingest.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.configuration.ConfigurationException;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionProblem;
import io.attune.definition.DefinitionReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code connectors-config/tables/*.yaml}. */
final class TableDefinitions {
    private static final long DEFAULT_OVERLAP_ROWS = 1_000;
    private static final int DEFAULT_PAGE = 1_000;

    private final Addresses addresses;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    private TableDefinitions(Addresses addresses) {
        this.addresses = addresses;
    }

    /**
     * Reads every definition.
     *
     * @param folder {@code connectors-config}
     * @return by name
     * @throws DefinitionException with every mistake in every file
     */
    static Map<String, TableDefinition> read(Path folder, Addresses addresses) {
        Path tables = folder.resolve("tables");
        Map<String, TableDefinition> definitions = new TreeMap<>();
        if (!Files.isDirectory(tables)) {
            return definitions;
        }
        TableDefinitions reader = new TableDefinitions(addresses);
        for (Definition file :
                DefinitionReader.withSchema(tables.resolve("table.schema.json")).readFolder(tables)) {
            TableDefinition definition = reader.definition(file);
            definitions.put(definition.name(), definition);
        }
        if (!reader.problems.isEmpty()) {
            throw new DefinitionException(reader.problems);
        }
        return definitions;
    }

    private TableDefinition definition(Definition file) {
        JsonNode content = file.content();
        String name = file.file().getFileName().toString();
        String id = content.path("id").asText();
        JsonNode changed = content.path("changed-at");
        return new TableDefinition(
                name.substring(0, name.length() - ".yaml".length()),
                content.path("source").asText(),
                content.path("mapping").asText(),
                database(file),
                relation(file),
                texts(content.path("columns")),
                id,
                changed.asText(id),
                changed.isMissingNode() ? MarkKind.NUMBER : MarkKind.TIME,
                overlap(file, changed.isMissingNode()),
                content.path("page-size").asInt(DEFAULT_PAGE),
                zone(file));
    }

    private Optional<TableDatabase> database(Definition file) {
        try {
            return addresses.of(file.content().path("database"));
        } catch (ConfigurationException e) {
            report(file, "/database", e.getMessage(), Optional.empty());
            return Optional.empty();
        }
    }

    private TableDefinition.Relation relation(Definition file) {
        JsonNode table = file.content().path("table");
        if (!table.isMissingNode()) {
            return new TableDefinition.Table(List.of(table.asText().split("\\.")));
        }
        String query = file.content().path("query").asText().strip();
        if (query.endsWith(";")) {
            report(
                    file,
                    "/query",
                    "a query stands inside another one and has no semicolon at its end",
                    Optional.of("select * from sale"));
        }
        return new TableDefinition.Query(query);
    }

    private Mark.Overlap overlap(Definition file, boolean numbered) {
        JsonNode overlap = file.content().path("overlap");
        try {
            if (numbered) {
                if (!overlap.isMissingNode() && !overlap.isIntegralNumber()) {
                    report(
                            file,
                            "/overlap",
                            "a table without changed-at is read back by a number of ids",
                            Optional.of("1000"));
                }
                return new Mark.Overlap(Duration.ZERO, overlap.asLong(DEFAULT_OVERLAP_ROWS));
            }
            String text = addresses.text(overlap.asText("PT5M")).orElse("PT5M");
            return new Mark.Overlap(Duration.parse(text), 0);
        } catch (DateTimeException e) {
            report(
                    file,
                    "/overlap",
                    "a table with changed-at is read back by an ISO 8601 duration",
                    Optional.of("PT5M"));
            return new Mark.Overlap(Duration.ZERO, 0);
        }
    }

    private ZoneId zone(Definition file) {
        try {
            return ZoneId.of(file.content().path("zone").asText("UTC"));
        } catch (DateTimeException e) {
            report(file, "/zone", "there is no such time zone", Optional.of("Europe/Berlin"));
            return ZoneId.of("UTC");
        }
    }

    private void report(Definition file, String pointer, String message, Optional<String> example) {
        problems.add(file.problem(pointer, message, example));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
