package io.attune.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class JudgementTest {
    @Test
    void agreesWithFiguresWorkedOutByHand() {
        boolean[] labels = {false, false, true, true};
        double[] scores = {0.1, 0.4, 0.35, 0.8};

        Judgement judgement = Judgement.of(scores, labels);

        assertThat(judgement.auc()).isEqualTo(0.75);
        // Precision is 1 at the first positive and 2/3 at the second.
        assertThat(judgement.prAuc()).isEqualTo((1 + 2.0 / 3) / 2, within(1e-12));
        assertThat(judgement.logLoss())
                .isEqualTo(-(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4, within(1e-12));
        assertThat(judgement.brier()).isEqualTo((0.01 + 0.16 + 0.4225 + 0.04) / 4, within(1e-12));
        assertThat(judgement.positives()).isEqualTo(2);
    }

    @Test
    void countsTiesAsHalf() {
        assertThat(AreaUnderCurve.roc(new double[] {1, 1, 1, 1}, new boolean[] {true, false, true, false}))
                .isEqualTo(0.5);
        assertThat(AreaUnderCurve.precisionRecall(new double[] {1, 1, 1, 1}, new boolean[] {true, false, true, false}))
                .isEqualTo(0.5);
    }

    @Test
    void agreesWithEveryPairCounted() {
        Random random = new Random(3);
        double[] scores =
                random.doubles(300).map(score -> Math.round(score * 20) / 20.0).toArray();
        boolean[] labels = new boolean[scores.length];
        double won = 0;
        double pairs = 0;
        for (int row = 0; row < labels.length; row++) {
            labels[row] = random.nextDouble() < scores[row];
        }
        for (int positive = 0; positive < labels.length; positive++) {
            for (int negative = 0; negative < labels.length; negative++) {
                if (labels[positive] && !labels[negative]) {
                    pairs++;
                    won += scores[positive] > scores[negative] ? 1 : scores[positive] == scores[negative] ? 0.5 : 0;
                }
            }
        }
        assertThat(AreaUnderCurve.roc(scores, labels)).isEqualTo(won / pairs, within(1e-12));
    }

    @Test
    void findsProbabilitiesThatComeTrueCalibrated() {
        Random random = new Random(4);
        double[] scores = random.doubles(20_000).toArray();
        boolean[] labels = new boolean[scores.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = random.nextDouble() < scores[row];
        }
        assertThat(Judgement.of(scores, labels).calibration().error()).isLessThan(0.02);
        double[] bold = scores.clone();
        for (int row = 0; row < bold.length; row++) {
            bold[row] = bold[row] > 0.5 ? 0.99 : 0.01;
        }
        assertThat(Judgement.of(bold, labels).calibration().error()).isGreaterThan(0.2);
    }
}
