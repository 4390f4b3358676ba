package io.attune.trainer.vector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.attune.trainer.TrainingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the definitions of all kinds with a frame say alike. */
public interface KindDefinition {
    String model();

    String kind();

    String description();

    /** As written, for the card. */
    JsonNode label();

    List<String> features();

    List<String> requiredFeatures();

    int minimumFeatures();

    Holdout holdout();

    /** How long after a moment the label looks, in days. */
    int horizonDays();

    long seed();

    /**
     * Which rows judge the model.
     *
     * @param share of the people to keep aside
     * @param baseline the feature that the naive rule, against which the model is held, goes by
     */
    record Holdout(double share, String baseline) {}

    /**
     * Reads a definition, whose file the export of the frame has checked against its schema.
     *
     * @throws TrainingException when it is not one of this kind, or its baseline is not among its features
     */
    static <T extends KindDefinition> T read(Path file, Class<T> kind) {
        T definition;
        try {
            definition = new YAMLMapper().readValue(file.toFile(), kind);
        } catch (IOException e) {
            throw new TrainingException(file + " is not a definition of this kind: " + e.getMessage(), e);
        }
        if (!definition.features().contains(definition.holdout().baseline())) {
            throw new TrainingException(
                    file + ": the baseline " + definition.holdout().baseline() + " is not among the features");
        }
        return definition;
    }
}
