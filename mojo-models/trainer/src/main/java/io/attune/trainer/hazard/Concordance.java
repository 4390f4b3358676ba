package io.attune.trainer.hazard;

import java.util.List;

/** How often of two people the one who is said to come back earlier does (Harrell 1982). Takes the square of their number. */
final class Concordance {
    private Concordance() {}

    /**
     * Over all pairs of which it is known who came first: one came, and the other is known to have waited longer. Equal
     * predictions count half.
     *
     * @param predicted days, or anything that is greater for whoever comes later
     * @return between 0 and 1, half for chance; NaN when no pair is known
     */
    static double of(double[] predicted, List<Observed> observed) {
        double right = 0;
        long pairs = 0;
        for (int early = 0; early < predicted.length; early++) {
            if (!observed.get(early).happened()) {
                continue;
            }
            for (int late = 0; late < predicted.length; late++) {
                if (observed.get(early).days() < observed.get(late).days()) {
                    pairs++;
                    right += predicted[early] < predicted[late] ? 1 : predicted[early] == predicted[late] ? 0.5 : 0;
                }
            }
        }
        return pairs == 0 ? Double.NaN : right / pairs;
    }
}
