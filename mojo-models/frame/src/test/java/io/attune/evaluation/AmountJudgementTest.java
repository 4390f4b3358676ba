package io.attune.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AmountJudgementTest {

    @Test
    void saysHowFarForecastsAreFromWhatCame() {
        AmountJudgement judgement = AmountJudgement.of(new double[] {10, 20, 0}, new double[] {13, 16, 0});

        assertThat(judgement.meanAbsoluteError()).isCloseTo(7.0 / 3, within(1e-12));
        assertThat(judgement.rootMeanSquaredError()).isCloseTo(Math.sqrt(25.0 / 3), within(1e-12));
        assertThat(judgement.rankCorrelation()).isCloseTo(1, within(1e-12));
        assertThat(judgement.total()).isCloseTo(30.0 / 29, within(1e-12));
    }

    @Test
    void letsEqualValuesShareTheirRank() {
        AmountJudgement judgement = AmountJudgement.of(new double[] {1, 1, 2, 2}, new double[] {0, 0, 5, 7});

        assertThat(judgement.rankCorrelation()).isCloseTo(4 / Math.sqrt(4 * 4.5), within(1e-12));
    }

    @Test
    void cutsTheRowsIntoTenthsTheHighestForecastsFirst() {
        double[] said = IntStream.range(0, 100).mapToDouble(row -> row).toArray();

        AmountJudgement judgement = AmountJudgement.of(said, said);

        assertThat(judgement.tenths()).hasSize(10);
        assertThat(judgement.tenths().get(0).said()).isCloseTo(94.5, within(1e-12));
        assertThat(judgement.tenths()).allMatch(tenth -> tenth.rows() == 10 && tenth.said() == tenth.came());
    }
}
