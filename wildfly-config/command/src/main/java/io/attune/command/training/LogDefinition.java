package io.attune.command.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.definition.Definition;
import java.time.Duration;

/**
 * A definition of a model that learns from what happened, and not from vectors.
 *
 * @param history how far back events are read
 * @param horizon how long a look ahead it is chosen and judged by
 * @param content all that the file says
 */
record LogDefinition(String description, Duration history, Duration horizon, JsonNode content) {

    /** The schema has checked the file. */
    static LogDefinition of(Definition definition) {
        JsonNode content = definition.content();
        return new LogDefinition(
                content.path("description").asText(),
                Duration.parse(content.path("history").asText()),
                Duration.parse(content.path("horizon").asText()),
                content);
    }

    int horizonDays() {
        return (int) horizon.toDays();
    }
}
