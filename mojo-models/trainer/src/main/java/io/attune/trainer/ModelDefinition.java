package io.attune.trainer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * As much of a model's definition as training needs; the export of the frame has checked the file against its schema.
 *
 * @param label kept as written, for the card
 */
@JsonIgnoreProperties("frame")
public record ModelDefinition(
        String model,
        String kind,
        String description,
        String algorithm,
        JsonNode label,
        List<String> features,
        List<String> requiredFeatures,
        int minimumFeatures,
        Holdout holdout,
        Parameters parameters,
        long seed) {
    public ModelDefinition {
        features = List.copyOf(features);
        requiredFeatures = requiredFeatures == null ? List.of() : List.copyOf(requiredFeatures);
    }

    /**
     * Which rows judge the model.
     *
     * @param share of the people, in (0, 1)
     * @param baseline the single feature that the model must beat
     */
    public record Holdout(double share, String baseline) {}

    /** Parameters of a gradient boosting machine (Friedman 2001), by the names that the definition gives them. */
    public record Parameters(
            int trees, int depth, double learnRate, double sampleRate, double columnSampleRate, double minimumRows) {}

    /** How long after a moment the label looks. */
    public Duration horizon() {
        return Duration.parse(label.path("absent").path("for").asText());
    }

    /**
     * Reads a definition.
     *
     * @throws TrainingException when it is not one, or asks for something that this trainer does not do
     */
    public static ModelDefinition read(Path file) {
        ModelDefinition definition = parse(file);
        if (!definition.algorithm().equals("gbm")) {
            throw new TrainingException(
                    file + " asks for the algorithm " + definition.algorithm() + "; this trainer knows gbm");
        }
        if (!definition.features().contains(definition.holdout().baseline())) {
            throw new TrainingException(file + " names the baseline "
                    + definition.holdout().baseline() + ", which is not among its features");
        }
        return definition;
    }

    private static ModelDefinition parse(Path file) {
        try {
            return new YAMLMapper().readValue(file.toFile(), ModelDefinition.class);
        } catch (IOException e) {
            throw new TrainingException(file + " is not a model's definition: " + e.getMessage(), e);
        }
    }
}
