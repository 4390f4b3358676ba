package io.attune.ingest.csv;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionProblem;
import io.attune.definition.DefinitionReader;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The forms of {@code connectors-config/csv/*.yaml}. Immutable. */
public final class CsvForms {
    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|');

    private final Map<String, CsvForm> forms;

    private CsvForms(Map<String, CsvForm> forms) {
        this.forms = forms;
    }

    /**
     * Reads every form.
     *
     * @param folder {@code connectors-config}
     * @throws DefinitionException with every mistake in every file
     */
    public static CsvForms read(Path folder) {
        Path csv = folder.resolve("csv");
        Map<String, CsvForm> forms = new TreeMap<>();
        if (!Files.isDirectory(csv)) {
            return new CsvForms(forms);
        }
        List<DefinitionProblem> problems = new ArrayList<>();
        for (Definition definition :
                DefinitionReader.withSchema(csv.resolve("form.schema.json")).readFolder(csv)) {
            CsvForm form = form(definition, problems);
            forms.put(form.name(), form);
        }
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
        return new CsvForms(forms);
    }

    /** @throws AttuneException when there is none of this name, saying which there are */
    CsvForm form(String name) {
        return Optional.ofNullable(forms.get(name))
                .orElseThrow(() -> new AttuneException(
                        "CSV_FORM_UNKNOWN",
                        ErrorCategory.USER,
                        "there is no CSV form '" + name + "'; connectors-config/csv holds " + forms.keySet()));
    }

    /** All of them. */
    public List<CsvForm> all() {
        return List.copyOf(forms.values());
    }

    private static CsvForm form(Definition definition, List<DefinitionProblem> problems) {
        JsonNode content = definition.content();
        String file = definition.file().getFileName().toString();
        return new CsvForm(
                file.substring(0, file.length() - ".yaml".length()),
                content.path("source").asText(),
                content.path("mapping").asText(),
                Optional.ofNullable(content.get("group")).map(JsonNode::asText),
                texts(content.path("required")),
                columns(definition, problems),
                texts(content.path("header")),
                Optional.ofNullable(SEPARATORS.get(content.path("separator").asText())),
                content.path("quote").asText("\"").charAt(0),
                encoding(definition, problems));
    }

    private static Map<String, String> columns(Definition definition, List<DefinitionProblem> problems) {
        Map<String, String> columns = new HashMap<>();
        definition.content().path("columns").properties().forEach(column -> {
            for (String theirs : texts(column.getValue())) {
                String before = columns.put(ColumnNames.plain(theirs), column.getKey());
                if (before != null && !before.equals(column.getKey())) {
                    problems.add(definition.problem(
                            "/columns/" + column.getKey(),
                            "\"" + theirs + "\" is already what " + before
                                    + " is called; a column has one name of ours",
                            Optional.empty()));
                }
            }
        });
        return columns;
    }

    private static Optional<Charset> encoding(Definition definition, List<DefinitionProblem> problems) {
        String name = definition.content().path("encoding").asText("auto");
        if (name.equals("auto")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            problems.add(definition.problem(
                    "/encoding", "there is no character set \"" + name + "\"", Optional.of("\"windows-1252\"")));
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        List<String> texts = new ArrayList<>();
        node.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
