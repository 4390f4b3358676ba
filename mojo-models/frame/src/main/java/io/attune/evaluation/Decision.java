package io.attune.evaluation;

/**
 * What comes of acting on every row from a score on: a confusion matrix.
 *
 * @param threshold the least score that is acted on
 */
public record Decision(
        double threshold, long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    /** The threshold with the best F1, the harmonic mean of precision and recall (van Rijsbergen 1979). */
    public static Decision ofBestF1(double[] scores, boolean[] labels) {
        Ranking ranking = Ranking.of(scores, labels);
        long positives = ranking.allPositives();
        long rows = ranking.allRows();
        Decision best = new Decision(1, 0, 0, positives, rows - positives);
        for (int group = 0; group < ranking.groups(); group++) {
            long found = ranking.positives()[group];
            long taken = ranking.rows()[group];
            Decision decision = new Decision(
                    ranking.scores()[group], found, taken - found, positives - found, rows - positives - taken + found);
            best = decision.f1() > best.f1() ? decision : best;
        }
        return best;
    }

    /** What comes of acting from a threshold on that was chosen on other rows. */
    public static Decision from(double threshold, double[] scores, boolean[] labels) {
        long[] rows = new long[4];
        for (int row = 0; row < scores.length; row++) {
            rows[(scores[row] >= threshold ? 0 : 2) + (labels[row] ? 0 : 1)]++;
        }
        return new Decision(threshold, rows[0], rows[1], rows[2], rows[3]);
    }

    public double precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    public double recall() {
        return ratio(truePositives, truePositives + falseNegatives);
    }

    public double f1() {
        return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
