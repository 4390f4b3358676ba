package io.attune.sandbox.population.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attune.sandbox.population.dice.Dice;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the simulation to the formulas of Fader, Hardie & Lee 2005. */
class PurchaseProcessTest {
    private static final int CUSTOMERS = 60_000;

    @Test
    void theExpectedNumberOfRepeatPurchasesIsThatOfTheFormula() {
        for (PurchaseProcess process :
                List.of(new PurchaseProcess(1.1, 31, 1.2, 4.8), new PurchaseProcess(0.243, 30.9, 0.793, 2.426))) {
            for (double horizon : new double[] {30, 180, 365}) {
                double[] counts = counts(process, horizon);
                double expected = expectedPurchases(process, horizon);
                assertThat(mean(counts))
                        .as("%s within %s days", process, horizon)
                        .isCloseTo(expected, within(5 * deviation(counts) / Math.sqrt(CUSTOMERS)));
            }
        }
    }

    @Test
    void asManyBuyNothingAgainAsTheFormulaSays() {
        PurchaseProcess process = new PurchaseProcess(1.1, 31, 1.2, 4.8);
        double[] counts = counts(process, 90);
        double none = Arrays.stream(counts).filter(count -> count == 0).count() / (double) CUSTOMERS;
        double expected = Math.pow(process.alpha() / (process.alpha() + 90), process.r());
        assertThat(none).isCloseTo(expected, within(5 * Math.sqrt(expected * (1 - expected) / CUSTOMERS)));
    }

    @Test
    void nobodyBuysAfterDroppingOut() {
        PurchaseProcess process = new PurchaseProcess(1.1, 31, 1.2, 4.8);
        Dice dice = Dice.of(3);
        for (int index = 0; index < 1000; index++) {
            Dice own = dice.split(index);
            PurchaseProcess.Career career = PurchaseProcess.career(process.customer(own), 365, own);
            assertThat(career.repeatPurchases()).isSorted();
            career.droppedOutAt()
                    .ifPresent(
                            day -> assertThat(career.repeatPurchases()).last().isEqualTo(day));
        }
    }

    private static double[] counts(PurchaseProcess process, double horizon) {
        Dice dice = Dice.of(17);
        double[] counts = new double[CUSTOMERS];
        for (int index = 0; index < CUSTOMERS; index++) {
            Dice own = dice.split(index);
            counts[index] = PurchaseProcess.career(process.customer(own), horizon, own)
                    .repeatPurchases()
                    .size();
        }
        return counts;
    }

    /** Equation 9 of the paper. */
    private static double expectedPurchases(PurchaseProcess process, double t) {
        double a = process.a();
        double b = process.b();
        double part = Math.pow(process.alpha() / (process.alpha() + t), process.r())
                * hypergeometric(process.r(), b, a + b - 1, t / (process.alpha() + t));
        return (a + b - 1) / (a - 1) * (1 - part);
    }

    /** Gauss' hypergeometric function by its series, for z below 1. */
    private static double hypergeometric(double a, double b, double c, double z) {
        double sum = 1;
        double term = 1;
        for (int n = 0; n < 5000; n++) {
            term *= (a + n) * (b + n) / (c + n) / (n + 1) * z;
            sum += term;
        }
        return sum;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }
}
