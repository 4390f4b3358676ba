package io.attune.scoring;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the trainer writes beside a model ({@code card.json}): what it is, what it needs, and how good it was on people it
 * had not seen.
 *
 * @param digest {@code sha256:} and the hexadecimal digest of {@code model.zip}
 * @param requiredFeatures features without which the model declines
 * @param minimumFeatures how many of its features must be present for a score
 * @param features statistics of each feature over the training rows
 * @param metrics the hold-out's figures as the trainer wrote them
 * @param document the whole card, for readers that want more than this type names
 */
public record ModelCard(
        String model,
        String version,
        String algorithm,
        String description,
        String digest,
        int minimumFeatures,
        List<String> requiredFeatures,
        List<FeatureStatistics> features,
        JsonNode metrics,
        JsonNode document) {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public ModelCard {
        Objects.requireNonNull(model);
        Objects.requireNonNull(version);
        Objects.requireNonNull(digest);
        requiredFeatures = List.copyOf(requiredFeatures);
        features = List.copyOf(features);
    }

    /**
     * Reads a card. Keys that this version does not know are tolerated.
     *
     * @throws ModelException when the file is missing, is not JSON, or lacks what scoring needs
     */
    public static ModelCard read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ModelException(
                    ModelException.Code.CARD_MISSING,
                    file + " is missing: every version in the registry has a model.zip and the card.json that"
                            + " `attune train` wrote with it");
        }
        try {
            JsonNode document = JSON.readTree(file.toFile());
            return of(document, file);
        } catch (IOException e) {
            throw new ModelException(
                    ModelException.Code.CARD_UNREADABLE, file + " cannot be read as JSON: " + e.getMessage(), e);
        }
    }

    /** The feature that a column of the model reads, where a model from elsewhere calls it otherwise. */
    public Map<String, String> columns() {
        Map<String, String> columns = new TreeMap<>();
        document.path("columns")
                .properties()
                .forEach(entry -> columns.put(entry.getKey(), entry.getValue().asText()));
        return columns;
    }

    private static ModelCard of(JsonNode document, Path file) throws IOException {
        for (String key : List.of("model", "version", "digest")) {
            if (!document.path(key).isTextual()) {
                throw new ModelException(
                        ModelException.Code.CARD_UNREADABLE,
                        file + " lacks the text \"" + key + "\": train the model again, or restore its card");
            }
        }
        return new ModelCard(
                document.path("model").asText(),
                document.path("version").asText(),
                document.path("algorithm").asText(""),
                document.path("description").asText(""),
                document.path("digest").asText(),
                document.path("minimumFeatures").asInt(0),
                list(document.path("requiredFeatures"), String[].class),
                list(document.path("features"), FeatureStatistics[].class),
                document.path("metrics"),
                document);
    }

    private static <T> List<T> list(JsonNode node, Class<T[]> type) throws IOException {
        JsonNode present = node.isArray() ? node : JsonNodeFactory.instance.arrayNode();
        return List.of(JSON.treeToValue(present, type));
    }
}
