package io.attune.trainer.flat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.evaluation.Calibration;
import io.attune.frame.DroppedColumn;
import io.attune.frame.Label;
import io.attune.trainer.learning.Candidate;
import java.util.List;

/**
 * What a training from a flat frame reports. The figures are out of fold.
 *
 * @param status {@code trained}
 * @param folder of the version
 * @param rows that were learned from; rows without a label are {@code rowsWithoutLabel}
 * @param auc the mean of {@code aucPerFold}
 * @param algorithm the candidate that was chosen, and is served
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FlatReport(
        String status,
        String model,
        String version,
        String folder,
        Label label,
        long rows,
        long rowsWithoutLabel,
        long positives,
        double auc,
        double aucStandardDeviation,
        List<Double> aucPerFold,
        double logloss,
        double prAuc,
        double brier,
        Calibration calibration,
        String algorithm,
        List<Candidate> candidates,
        List<Importance> importances,
        List<ReportedFeature> features,
        List<DroppedColumn> dropped,
        List<String> notes,
        int repeats,
        int folds,
        long seed,
        int threads,
        double seconds) {

    /** A feature with what it was found to be. */
    record ReportedFeature(String name, String column, String type, int levels) {}

    /** How much area under the curve is lost when a column's values are dealt to other rows. */
    record Importance(String column, double auc) {}
}
