package io.attune.feature;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionProblem;
import io.attune.definition.DefinitionReader;
import io.attune.feature.calculation.Cell;
import io.attune.profile.Privacy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the measures and features of {@code mojo-models/definitions/features}. */
public final class FeatureDefinitionReader {

    private final List<Definition> files;
    private final List<DefinitionProblem> problems = new ArrayList<>();
    private final MeasureReader measures = new MeasureReader();
    private final CalculationReader calculations = new CalculationReader(measures);
    private final Map<String, Feature> features = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private FeatureDefinitionReader(List<Definition> files) {
        this.files = files;
    }

    /**
     * Reads the definitions.
     *
     * @param definitions the folder with {@code features/} and {@code schemas/}
     * @throws DefinitionException with every mistake in every file
     */
    public static FeatureDefinitions read(Path definitions) {
        DefinitionReader reader = DefinitionReader.withSchema(definitions.resolve("schemas/features.schema.json"));
        return new FeatureDefinitionReader(reader.readFolder(definitions.resolve("features"))).definitions();
    }

    private FeatureDefinitions definitions() {
        forEach("measures", measures::define);
        forEach("features", this::define);
        features.values().forEach(this::checkReferences);
        if (problems.isEmpty()) {
            checkCircles();
        }
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
        return new FeatureDefinitions(measures.measures(), List.copyOf(features.values()));
    }

    private void define(Entry entry) {
        if (!names.add(entry.text("name"))) {
            entry.report("name", "the feature " + entry.text("name") + " is defined twice");
        }
        calculations.read(entry).forEach((name, calculation) -> {
            Feature feature = new Feature(
                    name,
                    entry.text("description"),
                    entry.text("aggregation"),
                    calculation,
                    fallback(entry, calculation.categorical()),
                    entry.has("owner")
                            ? entry.text("owner")
                            : entry.file().content().path("owner").asText(),
                    entry.has("privacy") ? Privacy.named(entry.text("privacy")) : Privacy.ORDINARY);
            if (features.putIfAbsent(name, feature) != null && !name.equals(entry.text("name"))) {
                entry.report("name", "its cell " + name + " is a feature already; call one of them otherwise");
            }
            entries.put(name, entry);
        });
    }

    private static Optional<Object> fallback(Entry entry, boolean categorical) {
        if (!entry.has("default")) {
            return Optional.empty();
        }
        JsonNode value = entry.node().path("default");
        if (value.isTextual() != categorical) {
            entry.report(
                    "default",
                    "must be a "
                            + (categorical ? "text, as the feature is a category" : "number, as the feature is one"));
            return Optional.empty();
        }
        return Optional.of(categorical ? value.asText() : (Object) value.asDouble());
    }

    private void checkReferences(Feature feature) {
        boolean anyKind = feature.calculation() instanceof Cell;
        for (String name : feature.calculation().features()) {
            Entry entry = entries.get(feature.name());
            Feature read = features.get(name);
            if (read == null) {
                entry.report("of", "there is no feature " + name);
            } else if (read.categorical() && !anyKind) {
                entry.report("of", "the feature " + name + " is a category, and a number is needed");
            }
        }
    }

    private void checkCircles() {
        Set<String> circular = FeatureDefinitions.circular(List.copyOf(features.values()));
        circular.forEach(
                name -> entries.get(name).report("of", "the feature " + name + " reads itself by way of others"));
    }

    private void forEach(String list, Consumer<Entry> visitor) {
        for (Definition file : files) {
            JsonNode items = file.content().path(list);
            for (int index = 0; index < items.size(); index++) {
                visitor.accept(new Entry(file, "/" + list + "/" + index, items.get(index), problems));
            }
        }
    }
}
