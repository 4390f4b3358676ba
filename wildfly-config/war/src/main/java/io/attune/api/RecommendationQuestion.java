package io.attune.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.attune.recommendation.Task;
import io.attune.record.Identifier;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is to be shown something, or what a product goes with.
 *
 * @param similarTo a product's id, whose like is asked for
 * @param number of products for each, at most
 */
record RecommendationQuestion(
        List<UUID> profiles, List<Identifier> identifiers, Optional<String> similarTo, Task task, int number) {
    private static final int MOST_BYTES = 100_000;
    private static final int MOST_PEOPLE = 100;
    private static final int MOST_PRODUCTS = 100;
    private static final int PRODUCTS = 10;

    RecommendationQuestion {
        if (number < 1 || number > MOST_PRODUCTS) {
            throw ProblemException.badRequest("number is " + number + "; ask for 1 to " + MOST_PRODUCTS + ".");
        }
        int people = profiles.size() + identifiers.size();
        if (people > MOST_PEOPLE) {
            throw ProblemException.badRequest("These are " + people + " people; ask for at most " + MOST_PEOPLE + ".");
        }
        if ((people == 0) == similarTo.isEmpty()) {
            throw ProblemException.badRequest("Name profiles or identifiers, or a product as similarTo, and not both.");
        }
    }

    static RecommendationQuestion read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw ProblemException.tooLarge("The body has more than " + MOST_BYTES + " bytes: ask for fewer people.");
        }
        JsonNode tree = tree(bytes);
        List<UUID> profiles = new ArrayList<>();
        for (JsonNode profile : tree.path("profiles")) {
            profiles.add(profile(profile.asText(), profiles.size()));
        }
        List<Identifier> identifiers = new ArrayList<>();
        for (JsonNode each : tree.path("identifiers")) {
            if (!each.path("kind").isTextual() || !each.path("value").isTextual()) {
                throw ProblemException.badRequest("identifiers/" + identifiers.size()
                        + " needs a kind and a value, such as {\"kind\": \"email\", \"value\": \"ana@example.com\"}.");
            }
            identifiers.add(new Identifier(
                    each.path("kind").asText(), each.path("value").asText()));
        }
        return new RecommendationQuestion(
                profiles,
                identifiers,
                Optional.of(tree.path("similarTo").asText()).filter(item -> !item.isEmpty()),
                tree.path("excludeBought").asBoolean(true) ? Task.NEW_ITEMS_ONLY : Task.WITH_REPURCHASE,
                tree.path("number").asInt(PRODUCTS));
    }

    private static UUID profile(String text, int place) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("profiles/" + place + " is no UUID.");
        }
    }

    private static JsonNode tree(byte[] bytes) throws IOException {
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
        throw ProblemException.badRequest("The body is a JSON object, such as {\"profiles\": [\"…\"], \"number\": 5}.");
    }
}
