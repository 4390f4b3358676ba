package io.attune.feature;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * As much of a model's definition as the export of its frame needs; the trainer reads the rest of the same file.
 *
 * @param among the measure of which a person must have at least {@code atLeast} before a moment to be in the frame
 * @param absent the measure whose absence for {@code horizonDays} after a moment makes the label 1
 * @param moments how many moments to learn from, {@code everyDays} apart, beside the one to be judged at
 * @param historyKnownWhenOccurred whether a backfilled record counts from when it occurred, not from when it was received
 */
public record ModelDefinition(
        String model,
        Measure among,
        long atLeast,
        Measure absent,
        int horizonDays,
        int moments,
        int everyDays,
        boolean historyKnownWhenOccurred,
        List<String> features) {
    public ModelDefinition {
        features = List.copyOf(features);
    }

    /**
     * Reads {@code models/<model>.yaml}.
     *
     * @param definitions the folder with {@code models/} and {@code schemas/}
     * @throws DefinitionException when it is not valid or names a feature or measure that does not exist
     */
    public static ModelDefinition read(Path definitions, String model, FeatureDefinitions known) {
        DefinitionReader reader = DefinitionReader.withSchema(definitions.resolve("schemas/model.schema.json"));
        Definition file = reader.read(definitions.resolve("models").resolve(model + ".yaml"));
        JsonNode content = file.content();
        JsonNode label = content.path("label");
        JsonNode frame = content.path("frame");
        return new ModelDefinition(
                content.path("model").asText(),
                measure(file, "/label/among/measure", known),
                label.path("among").path("atLeast").asLong(),
                measure(file, "/label/absent/measure", known),
                days(label.path("absent").path("for")),
                frame.path("moments").asInt(),
                days(frame.path("every")),
                frame.path("history").asText().equals("occurred"),
                features(file, known));
    }

    private static Measure measure(Definition file, String pointer, FeatureDefinitions known) {
        String name = file.content().at(pointer).asText();
        return known.measure(name)
                .orElseThrow(() -> new DefinitionException(
                        List.of(file.problem(pointer, "there is no measure " + name, Optional.of("orders")))));
    }

    private static List<String> features(Definition file, FeatureDefinitions known) {
        List<String> names = new ArrayList<>();
        JsonNode list = file.content().path("features");
        for (int index = 0; index < list.size(); index++) {
            String name = list.get(index).asText();
            if (known.features().stream().noneMatch(feature -> feature.name().equals(name))) {
                throw new DefinitionException(List.of(
                        file.problem("/features/" + index, "there is no feature " + name, Optional.of("orders_90d"))));
            }
            names.add(name);
        }
        return names;
    }

    private static int days(JsonNode period) {
        return (int) Duration.parse(period.asText()).toDays();
    }
}
