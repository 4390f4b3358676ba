package io.attune.command.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.evaluation.Calibration;
import io.attune.evaluation.Judgement;
import io.attune.scoring.FlatScores;
import java.util.Optional;

/**
 * What scoring a table reports; the figures after {@code seconds} only where the label is known.
 *
 * @param rows of the table
 * @param rowsJudged those with a score and a label
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScoreReport(
        String model,
        String version,
        long rows,
        long scored,
        double meanScore,
        double seconds,
        Long rowsJudged,
        Long positives,
        Double auc,
        Double prAuc,
        Double logloss,
        Double brier,
        Calibration calibration) {

    static ScoreReport of(FlatScores scores) {
        Optional<Judgement> judged = scores.judgement();
        return new ScoreReport(
                scores.model(),
                scores.version(),
                scores.probabilities().length,
                scores.scored(),
                scores.meanScore(),
                scores.seconds(),
                judged.map(Judgement::rows).orElse(null),
                judged.map(Judgement::positives).orElse(null),
                judged.map(Judgement::auc).orElse(null),
                judged.map(Judgement::prAuc).orElse(null),
                judged.map(Judgement::logLoss).orElse(null),
                judged.map(Judgement::brier).orElse(null),
                judged.map(Judgement::calibration).orElse(null));
    }
}
