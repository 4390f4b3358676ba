package io.attune.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.feature.FeatureDefinitions;
import io.attune.lookup.FeatureQuestion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the body of a question for vectors, and says where it is not one. */
final class FeatureQuestionReader {

    private static final int MOST_BYTES = 1_000_000;
    private static final Set<String> KEYS = Set.of("profiles", "identifiers", "features");
    private static final String EXAMPLE = "{\"profiles\": [\"…\"]}";

    private final FeatureDefinitions definitions;

    FeatureQuestionReader(FeatureDefinitions definitions) {
        this.definitions = definitions;
    }

    /** @throws ProblemException 400 with the place of the mistake, or 413 */
    FeatureQuestion read(InputStream body) throws IOException {
        QuestionBody read = QuestionBody.read(body, MOST_BYTES, KEYS, EXAMPLE);
        FeatureQuestion question = new FeatureQuestion(read.profiles(), read.identifiers(), features(read));
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

    private List<String> features(QuestionBody read) {
        List<String> features = new ArrayList<>();
        for (JsonNode item : read.list("features")) {
            if (definitions.feature(item.asText()).isEmpty()) {
                throw ProblemException.badRequest("features/" + features.size()
                        + " names no feature; GET /v1/features/definitions lists those that there are.");
            }
            features.add(item.asText());
        }
        return features;
    }
}
