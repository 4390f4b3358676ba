package io.attune.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AreaUnderCurveTest {

    @Test
    void isTheShareOfPairsInTheRightOrderTiesCountingAHalf() {
        Random random = new Random(11);
        double[] scores = random.ints(200, 0, 20).asDoubleStream().toArray();
        scores[7] = Double.NaN;
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < scores.length; index++) {
            rows.add(new Row(index, "p" + index, Instant.EPOCH, random.nextInt(3) == 0));
        }

        assertThat(AreaUnderCurve.of(scores, rows)).isCloseTo(byPairs(scores, rows), Offset.offset(1e-12));
    }

    @Test
    void isOneForAPerfectOrderAndZeroForItsReverse() {
        List<Row> rows = List.of(row(false), row(false), row(true));

        assertThat(AreaUnderCurve.of(new double[] {1, 2, 3}, rows)).isEqualTo(1);
        assertThat(AreaUnderCurve.of(new double[] {3, 2, 1}, rows)).isZero();
    }

    private static double byPairs(double[] scores, List<Row> rows) {
        double right = 0;
        long pairs = 0;
        for (Row positive : rows) {
            for (Row negative : rows) {
                if (positive.positive() && !negative.positive()) {
                    int order = Double.compare(rank(scores[positive.index()]), rank(scores[negative.index()]));
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

    private static Row row(boolean positive) {
        return new Row(0, "p", Instant.EPOCH, positive);
    }
}
