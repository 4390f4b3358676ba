package io.attune.ingest.normal;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionProblem;
import io.attune.definition.DefinitionReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of categories and what sources write for them: {@code categories.yaml}. Immutable. */
public final class Categories {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Map<String, String> byName;

    private Categories(Map<String, String> byName) {
        this.byName = Map.copyOf(byName);
    }

    /**
     * Reads the file; where it is absent, every category is what its source calls it.
     *
     * @param folder {@code connectors-config}
     * @throws DefinitionException when one name stands for two categories, or the file is not what its schema says
     */
    public static Categories read(Path folder) {
        Path file = folder.resolve("categories.yaml");
        if (!Files.exists(file)) {
            return new Categories(Map.of());
        }
        Definition definition = DefinitionReader.withSchema(folder.resolve("schemas/categories.schema.json"))
                .read(file);
        Map<String, String> byName = new HashMap<>();
        List<DefinitionProblem> problems = new ArrayList<>();
        definition.content().path("categories").properties().forEach(category -> {
            put(byName, category.getKey(), category.getKey(), definition, problems);
            for (JsonNode synonym : category.getValue()) {
                put(byName, synonym.asText(), category.getKey(), definition, problems);
            }
        });
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
        return new Categories(byName);
    }

    private static void put(
            Map<String, String> byName,
            String name,
            String category,
            Definition definition,
            List<DefinitionProblem> problems) {
        String before = byName.put(folded(name), category);
        if (before != null && !before.equals(category)) {
            problems.add(definition.problem(
                    "/categories/" + category,
                    "\"" + name + "\" stands for " + before + " and for " + category + ": it can stand for one only",
                    Optional.empty()));
        }
    }

    /** The category that a source means; its own word where the file has none; absent when nothing is left of the text. */
    public Optional<String> normalize(String text) {
        String tidy = tidy(text);
        return tidy.isEmpty()
                ? Optional.empty()
                : Optional.of(byName.getOrDefault(tidy.toLowerCase(Locale.ROOT), tidy));
    }

    private static String folded(String name) {
        return tidy(name).toLowerCase(Locale.ROOT);
    }

    private static String tidy(String name) {
        return SPACES.matcher(name.strip()).replaceAll(" ");
    }
}
