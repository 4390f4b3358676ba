package io.attune.trainer.hazard;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.attune.trainer.TrainingException;
import io.attune.trainer.vector.KindDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * As much of a definition as training needs; the export of the frame has checked the file against its schema.
 *
 * @param label kept as written, for the card
 * @param intervals their ends in days, rising; the last is as long as the label looks
 */
@JsonIgnoreProperties("frame")
record HazardDefinition(
        String model,
        String kind,
        String description,
        JsonNode label,
        List<String> features,
        List<String> requiredFeatures,
        int minimumFeatures,
        Holdout holdout,
        List<Integer> intervals,
        Parameters parameters,
        long seed)
        implements KindDefinition {
    HazardDefinition {
        features = List.copyOf(features);
        requiredFeatures = requiredFeatures == null ? List.of() : List.copyOf(requiredFeatures);
        intervals = List.copyOf(intervals);
    }

    /** Of the boosted trees. */
    record Parameters(int trees, int depth, double learnRate, double minimumRows) {}

    @Override
    public int horizonDays() {
        return (int) Duration.parse(label.path("days").path("for").asText()).toDays();
    }

    double[] ends() {
        return intervals.stream().mapToDouble(Integer::doubleValue).toArray();
    }

    /**
     * Reads a definition.
     *
     * @throws TrainingException when it is not one
     */
    static HazardDefinition read(Path file) {
        HazardDefinition definition = KindDefinition.read(file, HazardDefinition.class);
        List<Integer> ends = definition.intervals();
        boolean rising = ends.equals(ends.stream().distinct().sorted().toList());
        if (!rising || ends.get(ends.size() - 1) != definition.horizonDays()) {
            throw new TrainingException(file + ": the intervals " + ends + " must rise and end with "
                    + definition.horizonDays() + ", which is as long as the label looks");
        }
        return definition;
    }
}
