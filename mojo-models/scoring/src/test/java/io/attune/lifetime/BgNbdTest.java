package io.attune.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.junit.jupiter.api.Test;

class BgNbdTest {
    private static final BgNbd CDNOW = new BgNbd(0.2426, 4.4135, 0.7929, 2.4258);

    @Test
    void knowsThePapersCustomer() {
        // Fader, Hardie & Lee's note on implementing the model: x = 2, t_x = 30.43, T = 38.86 gives 1.226 in 39 weeks.
        assertThat(CDNOW.expectedPurchases(new PurchaseHistory(2, 30.43, 38.86), 39))
                .isCloseTo(1.226, within(0.001));
    }

    @Property(tries = 60)
    void agreesWithItsOwnIntegral(
            @ForAll @DoubleRange(min = 0.1, max = 5) double r,
            @ForAll @DoubleRange(min = 0.2, max = 5) double a,
            @ForAll @DoubleRange(min = 1, max = 8) double b,
            @ForAll @IntRange(max = 60) int repeats,
            @ForAll @DoubleRange(min = 0.1, max = 300) double time) {
        BgNbd model = new BgNbd(r, 5, a, b);
        PurchaseHistory history = new PurchaseHistory(repeats, repeats == 0 ? 0 : 40, 50);

        assertThat(model.expectedPurchases(history, time))
                .isCloseTo(model.probabilityAlive(history) * integral(model, history, time), withinPercentage(0.5));
    }

    @Property(tries = 200)
    void staysWithinWhatIsPossible(
            @ForAll @DoubleRange(min = 0.01, max = 50) double r,
            @ForAll @DoubleRange(min = 0.01, max = 500) double alpha,
            @ForAll @DoubleRange(min = 0.01, max = 50) double a,
            @ForAll @DoubleRange(min = 0.01, max = 5000) double b,
            @ForAll @IntRange(max = 5000) int repeats,
            @ForAll @DoubleRange(min = 0, max = 1) double recent) {
        BgNbd model = new BgNbd(r, alpha, a, b);
        PurchaseHistory history = new PurchaseHistory(repeats, repeats == 0 ? 0 : 500 * recent, 500);

        assertThat(model.logLikelihood(history)).isFinite();
        assertThat(model.probabilityAlive(history)).isBetween(0.0, 1.0);
        assertThat(model.probabilityOfPurchase(history, 90)).isBetween(0.0, model.probabilityAlive(history));
        assertThat(model.expectedPurchases(history, 90))
                .isGreaterThanOrEqualTo(model.probabilityOfPurchase(history, 90) * 0.999999)
                .isLessThanOrEqualTo(model.expectedPurchases(history, 180) + 1e-9);
    }

    @Test
    void isSmoothWhereTheFormulaIsNot() {
        PurchaseHistory history = new PurchaseHistory(3, 20, 30);

        double below = new BgNbd(0.5, 4, 1 - 1e-3, 3).expectedPurchases(history, 40);
        double at = new BgNbd(0.5, 4, 1, 3).expectedPurchases(history, 40);
        double above = new BgNbd(0.5, 4, 1 + 1e-3, 3).expectedPurchases(history, 40);

        assertThat(at).isCloseTo((below + above) / 2, within(1e-6));
    }

    @Test
    void expectsOfPeopleWhoAllDropOutAlikeWhatOneProbabilityGives() {
        PurchaseHistory history = new PurchaseHistory(4, 30, 40);
        double probability = 0.06;

        // Given p, and while alive, (1 - ((alpha + T) / (alpha + T + p t))^(r + x)) / p.
        double ofOne = (1 - Math.pow(43.0 / (43 + probability * 26), 0.9 + 4)) / probability;

        for (double all : new double[] {1e3, 1e4, 1e5, 1e6, 2e6}) {
            BgNbd model = new BgNbd(0.9, 3, probability * all, (1 - probability) * all);
            assertThat(model.expectedPurchases(history, 26))
                    .as("a + b = " + all)
                    .isCloseTo(ofOne * model.probabilityAlive(history), withinPercentage(1));
        }
    }

    @Test
    void refusesToLearnFromNobodyWhoCameBack() {
        assertThatThrownBy(() -> BgNbdFit.of(List.of(new PurchaseHistory(0, 0, 10))))
                .hasMessageContaining("nobody did");
    }

    // E[(1 - e^(-rate * p * t)) / p] over p ~ Beta(a, b + x) and rate ~ Gamma(r + x, alpha + T)
    private static double integral(BgNbd model, PurchaseHistory history, double time) {
        double shape = model.r() + history.repeats();
        double until = model.alpha() + history.age();
        BetaDistribution dropOut = new BetaDistribution(model.a(), model.b() + history.repeats());
        return new IterativeLegendreGaussIntegrator(20, 1e-8, 1e-10)
                .integrate(
                        10_000_000,
                        quantile -> {
                            double p = dropOut.inverseCumulativeProbability(quantile);
                            return p == 0
                                    ? shape / until * time
                                    : -Math.expm1(-shape * Math.log1p(p * time / until)) / p;
                        },
                        0,
                        1);
    }
}
