package io.attune.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was simulated with known parameters gives these parameters back, and none that explain it better. */
class RecoveryTest {

    @ParameterizedTest
    @CsvSource({"0.6, 5, 1.2, 3, 52", "1.5, 60, 0.5, 2.5, 700", "0.9, 0.4, 0.8, 4, 10"})
    void findsHowOften(double r, double alpha, double a, double b, double longest) {
        BgNbd truth = new BgNbd(r, alpha, a, b);
        List<PurchaseHistory> histories = SimulatedBuyers.histories(truth, 5_000, longest, new Random(42));

        Fit<BgNbd> fit = BgNbdFit.of(histories);

        assertThat(fit.model().r()).isCloseTo(r, withinPercentage(18));
        assertThat(fit.model().alpha()).isCloseTo(alpha, withinPercentage(18));
        assertThat(fit.model().a() / (fit.model().a() + fit.model().b())).isCloseTo(a / (a + b), withinPercentage(8));
        assertThat(fit.logLikelihood())
                .isGreaterThanOrEqualTo(
                        histories.stream().mapToDouble(truth::logLikelihood).sum());
        assertThat(fit.atBound()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"6, 4, 15", "2, 3, 900", "1.2, 8, 0.05"})
    void findsForHowMuch(double p, double q, double gamma) {
        GammaGamma truth = new GammaGamma(p, q, gamma);
        List<SpendHistory> histories = SimulatedBuyers.spends(truth, 5_000, new Random(7));

        Fit<GammaGamma> fit = GammaGammaFit.of(histories);

        assertThat(fit.model().p()).isCloseTo(p, withinPercentage(18));
        assertThat(fit.model().q()).isCloseTo(q, withinPercentage(18));
        assertThat(fit.model().expectedValue()).isCloseTo(truth.expectedValue(), withinPercentage(3));
        assertThat(fit.logLikelihood())
                .isGreaterThanOrEqualTo(
                        histories.stream().mapToDouble(truth::logLikelihood).sum());
    }
}
