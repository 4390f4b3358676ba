package io.attune.scoring;

import io.attune.evaluation.Judgement;
import java.util.Arrays;
import java.util.Optional;

/**
 * The scores of a table.
 *
 * @param probabilities one a row, in its order; NaN where there is none
 * @param declined why there is none, of the last such row
 * @param judgement over the rows whose outcome is known
 */
@SuppressWarnings("ArrayRecordComponent") // a million boxed numbers would serve nobody
public record FlatScores(
        String model,
        String version,
        double[] probabilities,
        Optional<String> declined,
        Optional<Judgement> judgement,
        double seconds) {

    public long scored() {
        return Arrays.stream(probabilities)
                .filter(value -> !Double.isNaN(value))
                .count();
    }

    public double meanScore() {
        return Arrays.stream(probabilities)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
    }
}
