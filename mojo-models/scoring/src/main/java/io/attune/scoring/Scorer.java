package io.attune.scoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One version of a model, ready to score. Implementations are immutable and safe to share between threads. */
public interface Scorer {

    /** The card that was written when the model was trained. */
    ModelCard card();

    /** The names of the features that the model reads, in the order of its own columns. */
    List<String> inputs();

    /** Whether an input holds levels, not numbers. */
    boolean isCategorical(int input);

    /** What a level of a categorical input is in a row; NaN when the training did not see it. */
    double level(int input, String level);

    /**
     * Scores one feature vector.
     *
     * @param features values by name: numbers, or the level of a categorical feature as a string. An absent name, NaN, a
     *     level that the training did not see, and a value of the wrong kind all count as missing.
     * @return the score, or {@link Score.Declined} when a required feature is missing or too few are present
     */
    default Score score(Map<String, ?> features) {
        double[] row = row(features);
        return refusal(row)
                .<Score>map(reason -> new Score.Declined(card().model(), card().version(), reason))
                .orElseGet(() -> {
                    List<String> imputed = imputed(row);
                    return new Score.Value(card().model(), card().version(), answer(row), imputed);
                });
    }

    /** The row of a feature vector: a value an input, in their order; NaN is missing. */
    double[] row(Map<String, ?> features);

    /** Why a row gets no score; empty when it gets one. */
    Optional<String> refusal(double[] row);

    /**
     * The answer to a row that is not refused, as {@link Score.Value} holds it.
     *
     * @param row may be changed
     */
    double answer(double[] row);

    /** The missing values of a row for which {@link #answer} puts one that the training rows gave; by name. */
    default List<String> imputed(double[] row) {
        return List.of();
    }

    /** The parts that a row's values had in its answer; empty when this kind of model knows none. Dear: 50 to 100 scores. */
    Optional<Contributions> contributions(double[] row);
}
