package io.attune.feature;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionProblem;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A measure or a feature as its file holds it, with a place to report what is wrong with it. */
record Entry(Definition file, String pointer, JsonNode node, List<DefinitionProblem> problems) {

    void report(String key, String message) {
        problems.add(file.problem(pointer + "/" + key, message, Optional.empty()));
    }

    boolean has(String key) {
        return node.has(key);
    }

    String text(String key) {
        return node.path(key).asText();
    }

    Set<String> texts(String key) {
        Set<String> texts = new LinkedHashSet<>();
        node.path(key).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** A period in days, such as {@code P30D}. */
    OptionalInt days(String key) {
        return has(key) ? OptionalInt.of((int) Duration.parse(text(key)).toDays()) : OptionalInt.empty();
    }

    Optional<Duration> duration(String key) {
        return has(key) ? Optional.of(Duration.parse(text(key))) : Optional.empty();
    }
}
