package io.attune.evaluation;

/** Areas under the two curves of a ranking; NaN where one of the labels is absent. */
public final class AreaUnderCurve {
    private AreaUnderCurve() {}

    /**
     * The area under the ROC curve, as the Mann–Whitney statistic (Hanley & McNeil 1982): the probability that a positive
     * row has a higher score than a negative one; equal scores count a half.
     */
    public static double roc(double[] scores, boolean[] labels) {
        return roc(Ranking.of(scores, labels));
    }

    /** Average precision: the mean, over the positive rows, of the precision at their rank; ties share one rank. */
    public static double precisionRecall(double[] scores, boolean[] labels) {
        return precisionRecall(Ranking.of(scores, labels));
    }

    static double roc(Ranking ranking) {
        double won = 0;
        long positivesBefore = 0;
        long rowsBefore = 0;
        for (int group = 0; group < ranking.groups(); group++) {
            long positives = ranking.positives()[group] - positivesBefore;
            long negatives = ranking.rows()[group] - rowsBefore - positives;
            won += negatives * (positivesBefore + positives / 2.0);
            positivesBefore = ranking.positives()[group];
            rowsBefore = ranking.rows()[group];
        }
        double pairs = (double) ranking.allPositives() * (ranking.allRows() - ranking.allPositives());
        return won / pairs;
    }

    static double precisionRecall(Ranking ranking) {
        double sum = 0;
        long before = 0;
        for (int group = 0; group < ranking.groups(); group++) {
            long positives = ranking.positives()[group];
            sum += (positives - before) * ((double) positives / ranking.rows()[group]);
            before = positives;
        }
        return sum / ranking.allPositives();
    }
}
