package io.attune.ingest.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts texts to what the hub takes: a support case holds whole conversations, and is not to be lost for its length. The
 * row then names the fields that were cut in {@code truncated}.
 */
final class LongTexts {
    private final int longest;

    LongTexts(int longest) {
        this.longest = longest;
    }

    void cut(ObjectNode row) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            if (field.getValue().isTextual() && field.getValue().textValue().length() > longest) {
                names.add(field.getKey());
            }
        }
        if (names.isEmpty()) {
            return;
        }
        names.forEach(name -> row.set(name, TextNode.valueOf(cut(row.path(name).textValue()))));
        ArrayNode truncated = row.putArray("truncated");
        names.forEach(truncated::add);
    }

    private String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
