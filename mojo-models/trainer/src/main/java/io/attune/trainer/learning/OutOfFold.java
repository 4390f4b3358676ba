package io.attune.trainer.learning;

import io.attune.evaluation.AreaUnderCurve;
import io.attune.evaluation.Judgement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a candidate says of every row by models that did not learn from the row.
 *
 * @param name of the candidate
 * @param scores one array a repeat, one value a row
 * @param seconds that its fits took, added up
 */
public record OutOfFold(String name, List<double[]> scores, double seconds) {

    /** The area under the curve in each fold of each repeat. */
    public List<Double> aucPerFold(Table table, List<Folds> repeats) {
        List<Double> areas = new ArrayList<>();
        for (int repeat = 0; repeat < repeats.size(); repeat++) {
            Folds folds = repeats.get(repeat);
            for (int fold = 0; fold < folds.count(); fold++) {
                int[] rows = folds.inside(fold);
                areas.add(AreaUnderCurve.roc(select(scores.get(repeat), rows), table.labels(rows)));
            }
        }
        return areas;
    }

    /** All repeats judged as one; each row counts once a repeat. */
    public Judgement judge(Table table) {
        int rows = table.rows();
        double[] all = new double[rows * scores.size()];
        boolean[] labels = new boolean[all.length];
        for (int repeat = 0; repeat < scores.size(); repeat++) {
            System.arraycopy(scores.get(repeat), 0, all, repeat * rows, rows);
            System.arraycopy(table.labels(), 0, labels, repeat * rows, rows);
        }
        return Judgement.of(all, labels);
    }

    public static double[] select(double[] values, int[] rows) {
        double[] chosen = new double[rows.length];
        for (int index = 0; index < rows.length; index++) {
            chosen[index] = values[rows[index]];
        }
        return chosen;
    }
}
