package io.attune.feature;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.feature.calculation.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * What must be known of a frame beside its rows, in {@code <frame>.notes.json}: of every column whether it holds numbers or
 * categories, what it means, who answers for it and how it must be handled; and the survey that each moment rests on.
 */
final class FrameNotes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FrameNotes() {}

    /** The file beside a frame. */
    static Path beside(Path frame) {
        return frame.resolveSibling(frame.getFileName() + ".notes.json");
    }

    static void write(
            Path frame, ModelDefinition model, FeatureDefinitions features, Map<Instant, Population> populations)
            throws IOException {
        ObjectNode notes = JSON.createObjectNode().put("model", model.model());
        ArrayNode columns = notes.putArray("features");
        for (String name : model.features()) {
            Feature feature = features.feature(name).orElseThrow();
            columns.addObject()
                    .put("name", name)
                    .put("type", feature.categorical() ? "category" : "number")
                    .put("description", feature.description())
                    .put("owner", feature.owner())
                    .put(
                            "privacy",
                            features.isSensitive(name)
                                    ? "sensitive"
                                    : feature.privacy().text());
        }
        ArrayNode surveys = notes.putArray("surveys");
        populations.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(survey -> surveys.addObject()
                        .put("moment", survey.getKey().toString())
                        .put("asOf", survey.getValue().asOf().toString())
                        .set("quantiles", JSON.valueToTree(survey.getValue().quantiles())));
        Files.writeString(beside(frame), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(notes) + "\n");
    }
}
