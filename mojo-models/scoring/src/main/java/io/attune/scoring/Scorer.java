package io.attune.scoring;

import java.util.List;
import java.util.Map;

/** One version of a model, ready to score. Implementations are immutable and safe to share between threads. */
public interface Scorer {

    /** The card that was written when the model was trained. */
    ModelCard card();

    /** The names of the features that the model reads, in the order of its own columns. */
    List<String> inputs();

    /**
     * Scores one feature vector.
     *
     * @param features values by name: numbers, or the level of a categorical feature as a string. An absent name, NaN, a
     *     level that the training did not see, and a value of the wrong kind all count as missing.
     * @return the score, or {@link Score.Declined} when a required feature is missing or too few are present
     */
    Score score(Map<String, ?> features);
}
