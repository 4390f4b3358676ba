package io.attune.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.attune.feature.FeatureDefinitions;
import io.attune.lookup.FeatureQuestion;
import io.attune.record.Identifier;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads the body of a question for vectors, and says where it is not one. */
final class FeatureQuestionReader {

    private static final int MOST_BYTES = 1_000_000;
    private static final Set<String> KEYS = Set.of("profiles", "identifiers", "features");

    private final FeatureDefinitions definitions;

    FeatureQuestionReader(FeatureDefinitions definitions) {
        this.definitions = definitions;
    }

    /** @throws ProblemException 400 with the place of the mistake */
    FeatureQuestion read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw ProblemException.badRequest(
                    "The body has more than " + MOST_BYTES + " bytes: ask for fewer people at a time.");
        }
        JsonNode tree = tree(bytes);
        tree.fieldNames().forEachRemaining(name -> {
            if (!KEYS.contains(name)) {
                throw ProblemException.badRequest(
                        "A question holds profiles, identifiers and features, and nothing else.");
            }
        });
        FeatureQuestion question = new FeatureQuestion(profiles(tree), identifiers(tree), features(tree));
        int people = question.profiles().size() + question.identifiers().size();
        if (people == 0) {
            throw ProblemException.badRequest("Name at least one of profiles and identifiers.");
        }
        if (people > FeatureQuestion.MOST_PROFILES
                || question.identifiers().size() > FeatureQuestion.MOST_IDENTIFIERS) {
            throw ProblemException.badRequest("Ask for at most " + FeatureQuestion.MOST_PROFILES + " people at a time, "
                    + FeatureQuestion.MOST_IDENTIFIERS + " of them by an identifier; these are " + people + ".");
        }
        return question;
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
        throw ProblemException.badRequest("The body is a JSON object, such as {\"profiles\": [\"…\"]}.");
    }

    private static List<UUID> profiles(JsonNode tree) {
        List<UUID> profiles = new ArrayList<>();
        for (JsonNode item : list(tree, "profiles")) {
            try {
                profiles.add(UUID.fromString(item.asText()));
            } catch (IllegalArgumentException e) {
                throw ProblemException.badRequest("profiles/" + profiles.size() + " is no UUID.");
            }
        }
        return profiles;
    }

    private static List<Identifier> identifiers(JsonNode tree) {
        List<Identifier> identifiers = new ArrayList<>();
        for (JsonNode item : list(tree, "identifiers")) {
            if (!item.path("kind").isTextual() || !item.path("value").isTextual()) {
                throw ProblemException.badRequest("identifiers/" + identifiers.size()
                        + " needs a kind and a value, such as {\"kind\": \"email\", \"value\": \"ana@example.com\"}.");
            }
            identifiers.add(new Identifier(
                    item.path("kind").asText(), item.path("value").asText()));
        }
        return identifiers;
    }

    private List<String> features(JsonNode tree) {
        List<String> features = new ArrayList<>();
        for (JsonNode item : list(tree, "features")) {
            if (definitions.feature(item.asText()).isEmpty()) {
                throw ProblemException.badRequest("features/" + features.size()
                        + " names no feature; GET /v1/features/definitions lists those that there are.");
            }
            features.add(item.asText());
        }
        return features;
    }

    private static JsonNode list(JsonNode tree, String name) {
        JsonNode list = tree.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            throw ProblemException.badRequest(name + " is a list.");
        }
        return list;
    }
}
