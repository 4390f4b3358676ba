package io.attune.sandbox.population.dice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class DistributionsTest {
    private static final int DRAWS = 200_000;

    @Test
    void gammaHasItsMeanAndVariance() {
        assertMoments(dice -> Distributions.gamma(dice, 0.4, 2), 0.2, 0.1);
        assertMoments(dice -> Distributions.gamma(dice, 3.5, 0.5), 7, 14);
    }

    @Test
    void betaHasItsMeanAndVariance() {
        assertMoments(dice -> Distributions.beta(dice, 2, 3), 0.4, 0.04);
        assertMoments(dice -> Distributions.beta(dice, 0.8, 2.4), 0.25, 0.25 * 0.75 / 4.2);
    }

    @Test
    void theOthersHaveTheirMeanAndVariance() {
        assertMoments(Dice::uniform, 0.5, 1.0 / 12);
        assertMoments(Distributions::normal, 0, 1);
        assertMoments(dice -> Distributions.exponential(dice, 0.25), 4, 16);
        assertMoments(dice -> Distributions.geometric(dice, 0.5), 1, 2);
    }

    private static void assertMoments(ToDoubleFunction<Dice> draw, double mean, double variance) {
        Dice dice = Dice.of(99);
        double sum = 0;
        double squares = 0;
        for (int index = 0; index < DRAWS; index++) {
            double value = draw.applyAsDouble(dice);
            sum += value - mean;
            squares += (value - mean) * (value - mean);
        }
        assertThat(sum / DRAWS).isCloseTo(0, within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(variance, within(0.05 * variance));
    }
}
