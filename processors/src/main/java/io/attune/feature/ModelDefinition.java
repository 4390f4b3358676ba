package io.attune.feature;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * As much of a model's definition as the export of its frame needs; the trainer reads the rest of the same file.
 *
 * @param population who is in the frame
 * @param label what is predicted
 * @param moments how many moments to learn from, {@code everyDays} apart, beside those to be judged at
 * @param judgedMoments how many to be judged at, as far apart
 * @param historyKnownWhenOccurred whether a backfilled record counts from when it occurred, not from when it was received
 * @param groups the attribute by whose values the model's figures are compared
 */
public record ModelDefinition(
        String model,
        FramePopulation population,
        LabelDefinition label,
        int moments,
        int judgedMoments,
        int everyDays,
        boolean historyKnownWhenOccurred,
        List<String> features,
        Optional<String> groups) {
    private static final Pattern KIND = Pattern.compile("kind:\\s*([a-z][a-z0-9_]{0,62})\\s*(#.*)?");

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
        Path path = definitions.resolve("models").resolve(model + ".yaml");
        Definition file = DefinitionReader.withSchema(schema(definitions, path)).read(path);
        JsonNode content = file.content();
        JsonNode frame = content.path("frame");
        return new ModelDefinition(
                content.path("model").asText(),
                population(file, known),
                label(file, known),
                frame.path("moments").asInt(),
                content.at("/holdout/moments").asInt(1),
                days(frame.path("every")),
                frame.path("history").asText().equals("occurred"),
                features(file, known),
                Optional.ofNullable(content.path("groups").textValue()));
    }

    /** Some kinds ask for more than the usual, and have a schema of their own. */
    private static Path schema(Path definitions, Path file) {
        Path own = definitions.resolve("schemas/" + kind(file) + ".schema.json");
        return Files.exists(own) ? own : definitions.resolve("schemas/model.schema.json");
    }

    /** The kind of models that a file defines, as it says; empty when it does not, which the schema then tells. */
    private static String kind(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(KIND::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse("");
        } catch (IOException | UncheckedIOException unreadable) {
            return "";
        }
    }

    private static FramePopulation population(Definition file, FeatureDefinitions known) {
        JsonNode among = file.content().at("/label/among");
        return new FramePopulation(
                measure(file, "/label/among/measure", known),
                among.path("atLeast").asLong(),
                among.has("within") ? OptionalInt.of(days(among.path("within"))) : OptionalInt.empty(),
                among.has("since") ? Optional.of(measure(file, "/label/among/since", known)) : Optional.empty());
    }

    /** The schema sees to it that there is exactly one. */
    private static LabelDefinition label(Definition file, FeatureDefinitions known) {
        for (LabelDefinition.Question question : LabelDefinition.Question.values()) {
            String key = question.name().toLowerCase(Locale.ROOT);
            JsonNode asked = file.content().path("label").path(key);
            if (asked.isObject()) {
                return new LabelDefinition(
                        question,
                        amounts(file, question, key, known),
                        days(asked.path("for")),
                        asked.path("amount").asDouble());
            }
        }
        throw new DefinitionException(List.of(file.problem(
                "/label", "it says nothing to predict", Optional.of("absent: {measure: orders, for: P90D}"))));
    }

    private static Measure amounts(
            Definition file, LabelDefinition.Question question, String key, FeatureDefinitions known) {
        String pointer = "/label/" + key + "/measure";
        Measure measure = measure(file, pointer, known);
        boolean needed = question == LabelDefinition.Question.SUM || question == LabelDefinition.Question.ABOVE;
        if (needed && !measure.amounts()) {
            throw new DefinitionException(List.of(file.problem(
                    pointer,
                    "the measure " + measure.name() + " has no amounts; choose one with amounts: true",
                    Optional.of("orders"))));
        }
        return measure;
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
            if (known.feature(name).isEmpty()) {
                throw new DefinitionException(List.of(
                        file.problem("/features/" + index, "there is no feature " + name, Optional.of("orders_90d"))));
            }
            if (known.isSensitive(name) && !allows(file, name)) {
                throw new DefinitionException(List.of(file.problem(
                        "/features/" + index,
                        "the feature " + name
                                + " is sensitive, or reads one that is; leave it out, or allow it by name",
                        Optional.of("allowSensitive: [" + name + "]"))));
            }
            names.add(name);
        }
        return names;
    }

    private static boolean allows(Definition file, String feature) {
        for (JsonNode allowed : file.content().path("allowSensitive")) {
            if (allowed.asText().equals(feature)) {
                return true;
            }
        }
        return false;
    }

    private static int days(JsonNode period) {
        return (int) Duration.parse(period.asText()).toDays();
    }
}
