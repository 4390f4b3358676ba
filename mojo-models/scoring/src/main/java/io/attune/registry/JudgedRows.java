package io.attune.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.scoring.ModelCard;
import java.util.Optional;
import java.util.OptionalDouble;

/** How good a card says that its model was, and on which rows. */
final class JudgedRows {
    private final ModelCard card;

    JudgedRows(ModelCard card) {
        this.card = card;
    }

    /** On the hold-out of a time-based split, else over the folds of a flat frame. */
    OptionalDouble auc() {
        return figure(card.metrics().path("holdout").path("auc"), card.metrics().path("auc"));
    }

    /**
     * How far what was said is from what came: on the whole of a hold-out, and in tenths of the rows where the folds or a flat
     * frame tell; the larger of the two.
     */
    OptionalDouble calibrationError() {
        JsonNode holdout = card.metrics().path("holdout");
        OptionalDouble byRows = figure(
                card.metrics().path("outOfFold").path("calibrationError"),
                card.metrics().path("calibration").path("error"));
        if (holdout.path("meanScore").isNumber() && holdout.path("rows").asLong() > 0) {
            double came =
                    holdout.path("positives").asDouble() / holdout.path("rows").asDouble();
            double onTheWhole = Math.abs(holdout.path("meanScore").asDouble() - came);
            return OptionalDouble.of(Math.max(onTheWhole, byRows.orElse(0)));
        }
        return byRows;
    }

    /** What the champion of the time was worth on this version's own rows, if the training measured it. */
    OptionalDouble ofChampion(String version) {
        JsonNode champion = card.metrics().path("champion");
        return champion.path("version").asText().equals(version)
                ? figure(champion.path("value"), champion.path("auc"))
                : OptionalDouble.empty();
    }

    /** What names the rows: the digest of the frame that they were taken from. */
    Optional<String> rows() {
        return Optional.of(card.document().path("data").path("frameDigest").asText())
                .filter(digest -> !digest.isEmpty());
    }

    private static OptionalDouble figure(JsonNode... candidates) {
        for (JsonNode candidate : candidates) {
            if (candidate.isNumber()) {
                return OptionalDouble.of(candidate.asDouble());
            }
        }
        return OptionalDouble.empty();
    }
}
