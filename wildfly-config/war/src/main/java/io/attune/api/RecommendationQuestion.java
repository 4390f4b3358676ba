package io.attune.api;

import io.attune.recommendation.Task;
import io.attune.record.Identifier;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<String> KEYS = Set.of("profiles", "identifiers", "similarTo", "excludeBought", "number");
    private static final String EXAMPLE = "{\"profiles\": [\"…\"], \"number\": 5}";

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

    /** @throws ProblemException 400 with the place of the mistake, or 413 */
    static RecommendationQuestion read(InputStream body) throws IOException {
        QuestionBody read = QuestionBody.read(body, MOST_BYTES, KEYS, EXAMPLE);
        return new RecommendationQuestion(
                read.profiles(),
                read.identifiers(),
                Optional.of(read.text("similarTo")).filter(item -> !item.isEmpty()),
                read.truth("excludeBought", true) ? Task.NEW_ITEMS_ONLY : Task.WITH_REPURCHASE,
                read.number("number", PRODUCTS));
    }
}
