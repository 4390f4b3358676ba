package io.attune.feature;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A way into an event's properties, such as {@code products.category}; a list on the way stands for each of its items. */
record PropertyPath(List<String> steps) {

    PropertyPath {
        steps = List.copyOf(steps);
    }

    static PropertyPath of(String text) {
        return new PropertyPath(List.of(text.split("\\.")));
    }

    /** Every plain value at the end of the way. */
    List<JsonNode> in(JsonNode properties) {
        List<JsonNode> reached = List.of(properties);
        for (String step : steps) {
            List<JsonNode> next = new ArrayList<>();
            reached.forEach(node -> items(node).forEach(item -> next.add(item.path(step))));
            reached = next;
        }
        return reached.stream()
                .flatMap(node -> items(node).stream())
                .filter(JsonNode::isValueNode)
                .filter(node -> !node.isNull())
                .toList();
    }

    private static List<JsonNode> items(JsonNode node) {
        if (!node.isArray()) {
            return List.of(node);
        }
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        return items;
    }
}
