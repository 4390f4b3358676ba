package io.attune.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CurvesTest {
    private final double[] scores = {0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05};
    private final boolean[] labels = {true, true, false, true, false, false, false, false, false, false};

    @Test
    void runsFromNothingToAll() {
        Curves curves = Curves.of(scores, labels);

        assertThat(curves.roc())
                .startsWith(new Point(0, 0), new Point(0, 1.0 / 3))
                .endsWith(new Point(1, 1));
        assertThat(curves.gain()).contains(new Point(0.2, 2.0 / 3));
        assertThat(curves.precisionRecall()).contains(new Point(1, 0.75));
        assertThat(curves.lift().get(0)).isEqualTo(10.0 / 3, within(1e-12));
        assertThat(curves.lift().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(10, within(1e-9));
    }

    @Test
    void spreadsTiesEvenly() {
        assertThat(Curves.of(new double[10], labels).lift()).allMatch(lift -> Math.abs(lift - 1) < 1e-9);
    }

    @Test
    void decidesWhereBothKindsOfMistakeAreFew() {
        Decision decision = Decision.ofBestF1(scores, labels);

        assertThat(decision).isEqualTo(new Decision(0.6, 3, 1, 0, 6));
        assertThat(decision.precision()).isEqualTo(0.75);
        assertThat(decision.recall()).isEqualTo(1);
    }
}
