package io.attune.eventmodel;

import java.util.Comparator;
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
                auc(scores, active),
                scores.stream()
                        .mapToDouble(ActivityScore::probability)
                        .average()
                        .orElse(Double.NaN));
    }

    private static double auc(List<ActivityScore> scores, long active) {
        List<ActivityScore> order = scores.stream()
                .sorted(Comparator.comparingDouble(ActivityScore::probability))
                .toList();
        double rankSum = 0;
        for (int start = 0; start < order.size(); ) {
            int end = start;
            while (end < order.size()
                    && order.get(end).probability() == order.get(start).probability()) {
                end++;
            }
            long activeHere = order.subList(start, end).stream()
                    .filter(ActivityScore::active)
                    .count();
            rankSum += activeHere * (start + 1 + end) / 2.0;
            start = end;
        }
        double silent = (double) order.size() - active;
        return (rankSum - active * (active + 1.0) / 2) / (active * silent);
    }
}
