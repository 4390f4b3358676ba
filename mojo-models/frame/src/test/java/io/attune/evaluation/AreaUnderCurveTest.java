package io.attune.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AreaUnderCurveTest {

    @Test
    void isTheShareOfPairsInTheRightOrderTiesCountingAHalf() {
        Random random = new Random(11);
        double[] scores = random.ints(200, 0, 20).asDoubleStream().toArray();
        scores[7] = Double.NaN;
        boolean[] labels = new boolean[scores.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = random.nextInt(3) == 0;
        }

        assertThat(AreaUnderCurve.roc(scores, labels)).isCloseTo(byPairs(scores, labels), Offset.offset(1e-12));
    }

    @Test
    void isOneForAPerfectOrderAndZeroForItsReverse() {
        boolean[] labels = {false, false, true};

        assertThat(AreaUnderCurve.roc(new double[] {1, 2, 3}, labels)).isEqualTo(1);
        assertThat(AreaUnderCurve.roc(new double[] {3, 2, 1}, labels)).isZero();
    }

    private static double byPairs(double[] scores, boolean[] labels) {
        double right = 0;
        long pairs = 0;
        for (int positive = 0; positive < labels.length; positive++) {
            for (int negative = 0; negative < labels.length; negative++) {
                if (labels[positive] && !labels[negative]) {
                    int order = Double.compare(rank(scores[positive]), rank(scores[negative]));
                    right += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return right / pairs;
    }

    private static double rank(double score) {
        return Double.isNaN(score) ? -1 : score;
    }
}
