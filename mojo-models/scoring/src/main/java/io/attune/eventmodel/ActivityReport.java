package io.attune.eventmodel;

import io.attune.evaluation.AreaUnderCurve;
import java.util.List;

/**
 * How good scores were, where the log tells what came.
 *
 * @param asOf the moment
 * @param people scored
 * @param active of them within the horizon
 * @param auc area under the ROC curve (Hanley &amp; McNeil 1982); NaN when all were alike
 * @param meanProbability what was said on average
 */
public record ActivityReport(
        String model, String asOf, String horizon, int people, long active, double auc, double meanProbability) {

    /** Judges scores. */
    public static ActivityReport of(String model, String asOf, String horizon, List<ActivityScore> scores) {
        long active = scores.stream().filter(ActivityScore::active).count();
        return new ActivityReport(
                model,
                asOf,
                horizon,
                scores.size(),
                active,
                auc(scores),
                scores.stream()
                        .mapToDouble(ActivityScore::probability)
                        .average()
                        .orElse(Double.NaN));
    }

    private static double auc(List<ActivityScore> scores) {
        boolean[] labels = new boolean[scores.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = scores.get(row).active();
        }
        return AreaUnderCurve.roc(
                scores.stream().mapToDouble(ActivityScore::probability).toArray(), labels);
    }
}
