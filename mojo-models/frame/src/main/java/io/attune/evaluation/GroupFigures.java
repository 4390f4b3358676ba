package io.attune.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good probabilities are on the rows of one group.
 *
 * @param group its name; {@code (unknown)} for rows of none
 * @param auc NaN when all labels are alike
 * @param chosen the share of its rows that is acted on at the threshold
 * @param found the share of its positives that is acted on (equal opportunity: Hardt, Price & Srebro 2016)
 */
public record GroupFigures(
        String group, long rows, long positives, double auc, double meanScore, double chosen, double found) {
    private static final String UNKNOWN = "(unknown)";

    /** Figures of each group, in the order of their names. */
    public static List<GroupFigures> of(List<String> groups, double[] scores, boolean[] labels, double threshold) {
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < scores.length; row++) {
            String group = groups.get(row).isEmpty() ? UNKNOWN : groups.get(row);
            rows.computeIfAbsent(group, any -> new ArrayList<>()).add(row);
        }
        Map<String, GroupFigures> figures = new LinkedHashMap<>();
        rows.forEach((group, own) -> figures.put(group, of(group, own, scores, labels, threshold)));
        return List.copyOf(figures.values());
    }

    private static GroupFigures of(
            String group, List<Integer> rows, double[] scores, boolean[] labels, double threshold) {
        double[] own = rows.stream().mapToDouble(row -> scores[row]).toArray();
        boolean[] came = new boolean[own.length];
        long positives = 0;
        long chosen = 0;
        long found = 0;
        double sum = 0;
        for (int index = 0; index < own.length; index++) {
            came[index] = labels[rows.get(index)];
            boolean taken = own[index] >= threshold;
            positives += came[index] ? 1 : 0;
            chosen += taken ? 1 : 0;
            found += taken && came[index] ? 1 : 0;
            sum += own[index];
        }
        return new GroupFigures(
                group,
                own.length,
                positives,
                AreaUnderCurve.roc(own, came),
                sum / own.length,
                (double) chosen / own.length,
                positives == 0 ? Double.NaN : (double) found / positives);
    }
}
