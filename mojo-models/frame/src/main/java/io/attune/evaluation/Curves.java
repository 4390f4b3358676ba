package io.attune.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * The curves of a ranking, thinned to what an eye can tell apart.
 *
 * @param roc true positive rate over false positive rate
 * @param precisionRecall precision over recall
 * @param gain share of the positives found over share of the rows taken, best first
 * @param lift share of positives in each tenth of the rows, best first, by that of all rows
 */
public record Curves(List<Point> roc, List<Point> precisionRecall, List<Point> gain, List<Double> lift) {
    private static final int MOST_POINTS = 200;
    private static final int TENTHS = 10;

    public Curves {
        roc = List.copyOf(roc);
        precisionRecall = List.copyOf(precisionRecall);
        gain = List.copyOf(gain);
        lift = List.copyOf(lift);
    }

    /** Both labels must be there. */
    public static Curves of(double[] scores, boolean[] labels) {
        Ranking ranking = Ranking.of(scores, labels);
        double positives = ranking.allPositives();
        double negatives = ranking.allRows() - positives;
        List<Point> roc = new ArrayList<>(List.of(new Point(0, 0)));
        List<Point> precisionRecall = new ArrayList<>();
        List<Point> gain = new ArrayList<>(List.of(new Point(0, 0)));
        int step = Math.max(1, ranking.groups() / MOST_POINTS);
        for (int group = 0; group < ranking.groups(); group++) {
            if (group % step != 0 && group != ranking.groups() - 1) {
                continue;
            }
            double found = ranking.positives()[group];
            double taken = ranking.rows()[group];
            roc.add(new Point((taken - found) / negatives, found / positives));
            precisionRecall.add(new Point(found / positives, found / taken));
            gain.add(new Point(taken / ranking.allRows(), found / positives));
        }
        return new Curves(roc, precisionRecall, gain, lift(ranking));
    }

    /** Rows of equal score count as spread evenly over their ranks. */
    private static List<Double> lift(Ranking ranking) {
        List<Double> lift = new ArrayList<>();
        double before = 0;
        for (int tenth = 1; tenth <= TENTHS; tenth++) {
            double found = found(ranking, (double) ranking.allRows() * tenth / TENTHS);
            lift.add((found - before) * TENTHS / ranking.allPositives());
            before = found;
        }
        return lift;
    }

    private static double found(Ranking ranking, double rows) {
        double rowsBefore = 0;
        double positivesBefore = 0;
        for (int group = 0; group < ranking.groups(); group++) {
            if (ranking.rows()[group] >= rows) {
                double share = (rows - rowsBefore) / (ranking.rows()[group] - rowsBefore);
                return positivesBefore + share * (ranking.positives()[group] - positivesBefore);
            }
            rowsBefore = ranking.rows()[group];
            positivesBefore = ranking.positives()[group];
        }
        return positivesBefore;
    }
}
