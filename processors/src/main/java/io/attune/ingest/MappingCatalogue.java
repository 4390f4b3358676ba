package io.attune.ingest;

import com.schibsted.spt.data.jslt.JsltException;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.ingest.address.MailDomains;
import io.attune.ingest.normal.Categories;
import io.attune.ingest.rule.RecordRuleReader;
import io.attune.ingest.rule.RecordRules;
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
    private final RecordRules rules;
    private final MailFlags mailFlags;

    private MappingCatalogue(
            Map<String, Mapping> mappings, JsonSchema canonical, RecordRules rules, MailFlags mailFlags) {
        this.mappings = Map.copyOf(mappings);
        this.canonical = canonical;
        this.rules = rules;
        this.mailFlags = mailFlags;
    }

    /** @throws AttuneException when a file is missing or wrong, naming it and what is wrong */
    static MappingCatalogue read(Path folder) {
        Map<String, Mapping> mappings = new TreeMap<>();
        MappingFunctions functions = new MappingFunctions(Categories.read(folder));
        for (Path file : files(folder.resolve("mappings"))) {
            String name = file.getFileName().toString();
            String stem = name.substring(0, name.length() - SUFFIX.length());
            mappings.put(stem, compile(file, stem, schema(folder, stem), functions));
        }
        return new MappingCatalogue(
                mappings,
                schema(folder, "record"),
                RecordRuleReader.read(folder),
                new MailFlags(
                        MailDomains.read(folder.resolve("disposable-domains.txt")),
                        MailDomains.read(folder.resolve("free-mail-domains.txt"))));
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

    RecordRules rules() {
        return rules;
    }

    MailFlags mailFlags() {
        return mailFlags;
    }

    List<String> names() {
        return mappings.keySet().stream().sorted().toList();
    }

    private static Mapping compile(Path file, String name, JsonSchema schema, MappingFunctions functions) {
        try {
            return Mapping.compile(name, text(file), schema, functions);
        } catch (JsltException e) {
            throw new AttuneException("MAPPING_BROKEN", ErrorCategory.USER, file + " is no JSLT: " + e.getMessage(), e);
        }
    }

    private static JsonSchema schema(Path folder, String name) {
        Path file = folder.resolve("schemas").resolve(name + ".schema.json");
        String text = text(file);
        try {
            return new JsonSchema(name, text);
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
