package io.attune.trainer.vector;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.attune.trainer.TrainingException;
import io.attune.trainer.learning.SelectionMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As much of a model's definition as training needs; the export of the frame has checked the file against its schema.
 *
 * @param label kept as written, for the card
 * @param groups the attribute by whose values figures are compared; null for none
 * @param selection null to learn from all features
 * @param impute what stands for missing values, by feature: {@code median}, {@code mean} or a number
 * @param gates kept as written, for the card: who promotes the version judges by them
 */
@JsonIgnoreProperties("frame")
public record VectorDefinition(
        String model,
        String kind,
        String description,
        JsonNode label,
        String groups,
        List<String> features,
        FeatureSelection selection,
        List<String> requiredFeatures,
        Map<String, String> impute,
        int minimumFeatures,
        Holdout holdout,
        List<Algorithm> algorithms,
        Ensemble ensemble,
        SearchSpace search,
        Integer folds,
        boolean balance,
        Map<String, Double> gates,
        long seed) {
    private static final int USUAL_FOLDS = 5;

    public VectorDefinition {
        features = List.copyOf(features);
        requiredFeatures = requiredFeatures == null ? List.of() : List.copyOf(requiredFeatures);
        impute = impute == null ? Map.of() : Map.copyOf(impute);
        algorithms = algorithms == null ? List.of(Algorithm.GBM, Algorithm.GLM) : List.copyOf(algorithms);
        ensemble = Objects.requireNonNullElse(ensemble, Ensemble.BETTER);
        search = Objects.requireNonNullElseGet(search, SearchSpace::usual);
        folds = Objects.requireNonNullElse(folds, USUAL_FOLDS);
        gates = gates == null ? Map.of() : Map.copyOf(gates);
    }

    /**
     * Which rows judge the model.
     *
     * @param share of the people, in (0, 1)
     * @param moments how many of the last moments judge
     * @param baseline the single feature that the model must beat
     * @param challengers further features to be judged beside it
     * @param forecasts features that are forecasts of the very amount, to be judged as they stand: each with the name of who
     *     makes it
     */
    public record Holdout(
            double share, Integer moments, String baseline, List<String> challengers, Map<String, String> forecasts) {
        public Holdout {
            moments = Objects.requireNonNullElse(moments, 1);
            challengers = challengers == null ? List.of() : List.copyOf(challengers);
            forecasts = forecasts == null ? Map.of() : Map.copyOf(forecasts);
        }
    }

    /**
     * Which features to learn from.
     *
     * @param keep how many at the most
     */
    public record FeatureSelection(SelectionMethod method, int keep) {}

    /** How long after a moment the label looks. */
    public Duration horizon() {
        return Stream.of("absent", "present", "above", "sum")
                .map(question -> label.path(question).path("for"))
                .filter(JsonNode::isTextual)
                .map(days -> Duration.parse(days.asText()))
                .findFirst()
                .orElseThrow(() -> new TrainingException("the label of " + model + " does not say how far it looks"));
    }

    /** Whether the answer is an amount, and not a yes or no. */
    public boolean asksForAmount() {
        return label.has("sum");
    }

    public Optional<FeatureSelection> chosenSelection() {
        return Optional.ofNullable(selection);
    }

    /**
     * Reads a definition.
     *
     * @throws TrainingException when it is not one
     */
    public static VectorDefinition read(Path file) {
        VectorDefinition definition = parse(file);
        for (String named : Stream.concat(
                        Stream.of(definition.holdout().baseline()),
                        Stream.of(
                                        definition.holdout().challengers(),
                                        definition.holdout().forecasts().keySet(),
                                        definition.requiredFeatures(),
                                        definition.impute().keySet())
                                .flatMap(Collection::stream))
                .toList()) {
            if (!definition.features().contains(named)) {
                throw new TrainingException(file + " names " + named
                        + " as baseline, challenger, required or to impute, but it is not among the features");
            }
        }
        return definition;
    }

    private static VectorDefinition parse(Path file) {
        try {
            return YAMLMapper.builder()
                    .enable(com.fasterxml.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build()
                    .readValue(file.toFile(), VectorDefinition.class);
        } catch (IOException e) {
            throw new TrainingException(file + " is not a model's definition: " + e.getMessage(), e);
        }
    }
}
