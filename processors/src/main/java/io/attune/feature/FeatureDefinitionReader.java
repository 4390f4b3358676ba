package io.attune.feature;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionProblem;
import io.attune.definition.DefinitionReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the measures and features of {@code mojo-models/definitions/features}. */
public final class FeatureDefinitionReader {

    private final List<Definition> files;
    private final List<DefinitionProblem> problems = new ArrayList<>();
    private final Map<String, Measure> measures = new HashMap<>();

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
        List<Measure> allMeasures = new ArrayList<>();
        forEach("measures", (file, pointer, node) -> {
            Measure measure = measure(node);
            if (measures.putIfAbsent(measure.name(), measure) == null) {
                allMeasures.add(measure);
            } else {
                report(file, pointer + "/name", "the measure " + measure.name() + " is defined twice");
            }
        });
        List<Feature> features = new ArrayList<>();
        Set<String> names = new HashSet<>();
        forEach("features", (file, pointer, node) -> {
            Feature feature = feature(node);
            check(file, pointer, feature, names);
            features.add(feature);
        });
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
        return new FeatureDefinitions(allMeasures, features);
    }

    private void check(Definition file, String pointer, Feature feature, Set<String> names) {
        if (!names.add(feature.name())) {
            report(file, pointer + "/name", "the feature " + feature.name() + " is defined twice");
        }
        Measure measure = measures.get(feature.measure());
        if (measure == null) {
            report(
                    file,
                    pointer + "/measure",
                    "there is no measure " + feature.measure() + "; there are " + String.join(", ", measures.keySet()));
        } else if (feature.statistic().readsAmounts() && !measure.amounts()) {
            report(
                    file,
                    pointer + "/statistic",
                    "the measure " + measure.name() + " does not add up amounts; give it amounts: true");
        }
    }

    private void report(Definition file, String pointer, String message) {
        problems.add(file.problem(pointer, message, Optional.empty()));
    }

    private void forEach(String list, Visitor visitor) {
        for (Definition file : files) {
            JsonNode items = file.content().path(list);
            for (int index = 0; index < items.size(); index++) {
                visitor.visit(file, "/" + list + "/" + index, items.get(index));
            }
        }
    }

    private static Measure measure(JsonNode node) {
        return new Measure(
                node.path("name").asText(),
                texts(node.path("events")),
                texts(node.path("sources")),
                node.path("amounts").asBoolean(false),
                Optional.ofNullable(node.get("sessionGap")).map(gap -> Duration.parse(gap.asText())));
    }

    private static Feature feature(JsonNode node) {
        JsonNode window = node.path("window");
        return new Feature(
                node.path("name").asText(),
                node.path("description").asText(),
                node.path("measure").asText(),
                Statistic.named(node.path("statistic").asText()),
                window.isMissingNode()
                        ? OptionalInt.empty()
                        : OptionalInt.of((int) Duration.parse(window.asText()).toDays()));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private interface Visitor {
        void visit(Definition file, String pointer, JsonNode node);
    }
}
