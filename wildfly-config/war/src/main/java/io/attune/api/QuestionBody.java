package io.attune.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.attune.record.Identifier;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** The JSON body of a question about people; says where it is not one. */
final class QuestionBody {
    private final JsonNode tree;

    private QuestionBody(JsonNode tree) {
        this.tree = tree;
    }

    /**
     * Reads it.
     *
     * @param keys that it may have
     * @throws ProblemException 400 with the place of the mistake, or 413
     */
    static QuestionBody read(InputStream body, int mostBytes, Set<String> keys, String example) throws IOException {
        byte[] bytes = body.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw ProblemException.tooLarge(
                    "The body has more than " + mostBytes + " bytes: ask for fewer people at a time.");
        }
        JsonNode tree = tree(bytes, example);
        tree.fieldNames().forEachRemaining(name -> {
            if (!keys.contains(name)) {
                throw ProblemException.badRequest("A question holds " + String.join(", ", new TreeSet<>(keys))
                        + " and nothing else, such as " + example + ".");
            }
        });
        return new QuestionBody(tree);
    }

    private static JsonNode tree(byte[] bytes, String example) throws IOException {
        try {
            JsonNode tree = JsonBody.JSON.readTree(bytes);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest(
                    "The body is no JSON at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ".");
        }
        throw ProblemException.badRequest("The body is a JSON object, such as " + example + ".");
    }

    List<UUID> profiles() {
        List<UUID> profiles = new ArrayList<>();
        for (JsonNode item : list("profiles")) {
            try {
                profiles.add(UUID.fromString(item.asText()));
            } catch (IllegalArgumentException e) {
                throw ProblemException.badRequest("profiles/" + profiles.size() + " is no UUID.");
            }
        }
        return profiles;
    }

    List<Identifier> identifiers() {
        List<Identifier> identifiers = new ArrayList<>();
        for (JsonNode item : list("identifiers")) {
            if (!item.path("kind").isTextual() || !item.path("value").isTextual()) {
                throw ProblemException.badRequest("identifiers/" + identifiers.size()
                        + " needs a kind and a value, such as {\"kind\": \"email\", \"value\": \"ana@example.com\"}.");
            }
            identifiers.add(new Identifier(
                    item.path("kind").asText(), item.path("value").asText()));
        }
        return identifiers;
    }

    /** The elements of a list; none when it is not there. */
    JsonNode list(String name) {
        return checked(name, JsonNode::isArray, "is a list");
    }

    /** A text; empty when it is not there. */
    String text(String name) {
        return checked(name, JsonNode::isTextual, "is a text").asText();
    }

    int number(String name, int otherwise) {
        return checked(name, value -> value.isIntegralNumber() && value.canConvertToInt(), "is a whole number")
                .asInt(otherwise);
    }

    boolean truth(String name, boolean otherwise) {
        return checked(name, JsonNode::isBoolean, "is true or false").asBoolean(otherwise);
    }

    private JsonNode checked(String name, Predicate<JsonNode> kind, String what) {
        JsonNode value = tree.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return MissingNode.getInstance();
        }
        if (!kind.test(value)) {
            throw ProblemException.badRequest(name + " " + what + ".");
        }
        return value;
    }
}
