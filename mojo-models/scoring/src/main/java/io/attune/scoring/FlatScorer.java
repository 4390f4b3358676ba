package io.attune.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.evaluation.Judgement;
import io.attune.frame.EncodedFrame;
import io.attune.frame.Feature;
import io.attune.frame.FlatFrame;
import io.attune.frame.Label;
import io.attune.frame.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Scores tables with a model that was trained from one: the card's recipe makes features of the rows, the MOJO scores them.
 * Immutable and safe to share between threads.
 */
public final class FlatScorer {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final String RECIPE = "frame";

    private final Scorer scorer;
    private final Recipe recipe;
    private final Label label;

    private FlatScorer(Scorer scorer, Recipe recipe, Label label) {
        this.scorer = scorer;
        this.recipe = recipe;
        this.label = label;
    }

    /** Whether a version's folder holds a model that was trained from a flat frame, or imported to score one. */
    public static boolean isFlat(Path version) {
        Path card = version.resolve("card.json");
        return Files.isRegularFile(card)
                && ModelCard.read(card).document().path(RECIPE).isObject();
    }

    /**
     * Loads a version's folder.
     *
     * @throws ModelException when it is missing, damaged, or was not trained from a flat frame
     */
    public static FlatScorer load(Path version) {
        Scorer scorer = MojoScorer.load(version);
        JsonNode document = scorer.card().document();
        try {
            if (document.path(RECIPE).isObject()) {
                return new FlatScorer(
                        scorer,
                        JSON.treeToValue(document.path(RECIPE), Recipe.class),
                        JSON.treeToValue(document.path("label"), Label.class));
            }
        } catch (JsonProcessingException unreadable) {
            throw new ModelException(
                    ModelException.Code.CARD_UNREADABLE,
                    version + " has a card that this Attune cannot read: " + unreadable.getOriginalMessage(),
                    unreadable);
        }
        throw new ModelException(
                ModelException.Code.CARD_UNREADABLE,
                version
                        + " was not trained from a flat frame, and is no imported model of a yes or no, so a table's rows mean"
                        + " nothing to it");
    }

    /**
     * Scores every row.
     *
     * @param outcome the column that holds the outcome, where it is known; its known rows judge the scores
     * @throws io.attune.frame.FrameException when a column is missing, or the outcome's values are none that training saw
     */
    public FlatScores score(FlatFrame frame, Optional<String> outcome) {
        long started = System.nanoTime();
        outcome.ifPresent(column -> label.requireFamiliar(frame, column, frame.column(column)));
        EncodedFrame encoded = recipe.encode(frame);
        double[] probabilities = new double[frame.rows()];
        String declined = null;
        for (int row = 0; row < probabilities.length; row++) {
            Score score = scorer.score(vector(encoded, row));
            if (score instanceof Score.Value value) {
                probabilities[row] = value.value();
            } else if (score instanceof Score.Declined refusal) {
                probabilities[row] = Double.NaN;
                declined = refusal.reason();
            }
        }
        return new FlatScores(
                scorer.card().model(),
                scorer.card().version(),
                probabilities,
                Optional.ofNullable(declined),
                outcome.map(frame::column).flatMap(cells -> judge(cells, probabilities)),
                (System.nanoTime() - started) / 1e9);
    }

    /** Where all known outcomes are alike there is nothing to judge by. */
    private Optional<Judgement> judge(List<String> cells, double[] probabilities) {
        int[] rows = IntStream.range(0, probabilities.length)
                .filter(row -> !Double.isNaN(probabilities[row]) && label.isKnown(cells.get(row)))
                .toArray();
        boolean[] labels = new boolean[rows.length];
        for (int index = 0; index < rows.length; index++) {
            labels[index] = label.isPositive(cells.get(rows[index]));
        }
        Judgement judgement = Judgement.of(
                Arrays.stream(rows).mapToDouble(row -> probabilities[row]).toArray(), labels);
        boolean bothKinds = judgement.positives() > 0 && judgement.positives() < judgement.rows();
        return bothKinds ? Optional.of(judgement) : Optional.empty();
    }

    private static Map<String, Object> vector(EncodedFrame encoded, int row) {
        Map<String, Object> vector = new HashMap<>();
        for (int index = 0; index < encoded.features().size(); index++) {
            Feature feature = encoded.features().get(index);
            double value = encoded.values().get(index)[row];
            if (!Double.isNaN(value)) {
                vector.put(
                        feature.name(), feature.categorical() ? feature.levels().get((int) value) : value);
            }
        }
        return vector;
    }
}
