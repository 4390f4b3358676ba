package io.attune.trainer.segments;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.attune.trainer.TrainingException;
import io.attune.trainer.vector.KindDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * As much of a definition as training needs; the export of the frame has checked the file against its schema.
 *
 * @param label kept as written, for the card
 * @param principalComponents null to measure distance on the features themselves
 */
@JsonIgnoreProperties("frame")
record SegmentDefinition(
        String model,
        String kind,
        String description,
        JsonNode label,
        List<String> features,
        List<String> requiredFeatures,
        int minimumFeatures,
        Map<String, Words> words,
        Count count,
        Double principalComponents,
        Holdout holdout,
        long seed)
        implements KindDefinition {
    SegmentDefinition {
        features = List.copyOf(features);
        requiredFeatures = requiredFeatures == null ? List.of() : List.copyOf(requiredFeatures);
        words = Map.copyOf(words);
    }

    /** What is said of people far above and far below the average in a feature. */
    record Words(String high, String low) {}

    /** How many groups to try. */
    record Count(int least, int most) {}

    @Override
    public int horizonDays() {
        return (int) Duration.parse(label.path("sum").path("for").asText()).toDays();
    }

    SegmentOptions options(long chosenSeed) {
        return new SegmentOptions(
                features.stream()
                        .map(feature -> new Wording(
                                feature,
                                words.get(feature).high(),
                                words.get(feature).low()))
                        .toList(),
                count.least(),
                count.most(),
                principalComponents == null ? OptionalDouble.empty() : OptionalDouble.of(principalComponents),
                holdout.baseline(),
                chosenSeed);
    }

    /**
     * Reads a definition.
     *
     * @throws TrainingException when it is not one
     */
    static SegmentDefinition read(Path file) {
        SegmentDefinition definition = KindDefinition.read(file, SegmentDefinition.class);
        definition.features().stream()
                .filter(feature -> !definition.words().containsKey(feature))
                .findFirst()
                .ifPresent(feature -> {
                    throw new TrainingException(file + ": words lacks " + feature
                            + "; say what is said of people, such as " + feature
                            + ": {high: buys often, low: buys rarely}");
                });
        if (definition.count().least() > definition.count().most()) {
            throw new TrainingException(
                    file + ": count: at least " + definition.count().least() + " groups, but at most "
                            + definition.count().most());
        }
        return definition;
    }
}
