package io.attune.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final OutlierRule LINEAR = new OutlierRule("k", "f", false, 30, 5, 3);

    /** The example of Iglewicz and Hoaglin (1993): the last three of ten are outliers by the modified z-score. */
    @Test
    void theModifiedScoreIsThatOfItsAuthors() {
        Spread spread = Spread.of(new double[] {3.2, 3.3, 8.1, 3.2, 2.9, 3.7, 3.1, 3.5, 3.3, 10.0});

        assertThat(spread.median()).isEqualTo(3.3);
        assertThat(spread.z(3.2) * 1.0).isBetween(-1.0, 0.0);
        assertThat(spread.z(8.1)).isGreaterThan(3.5);
        assertThat(spread.z(10.0)).isGreaterThan(3.5);
        assertThat(spread.z(3.7)).isLessThan(3.5);
    }

    @Test
    void quartilesAreThoseOfTheUsualKind() {
        Spread spread = Spread.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8});

        assertThat(spread.lowerQuartile()).isEqualTo(2.75);
        assertThat(spread.upperQuartile()).isEqualTo(6.25);
        assertThat(spread.outsideFences(11.51, 1.5)).isTrue();
        assertThat(spread.outsideFences(11.49, 1.5)).isFalse();
    }

    @Test
    void aNormalSampleHasItsOwnDeviation() {
        double[] values = new Random(1).doubles(20_000).map(u -> 0).toArray();
        Random random = new Random(2);
        for (int index = 0; index < values.length; index++) {
            values[index] = 10 + 3 * random.nextGaussian();
        }
        assertThat(Spread.of(values).deviation()).isCloseTo(3, within(0.1));
    }

    @Test
    void wildValuesInASampleDoNotHideOthers() {
        double[] values = IntStream.range(0, 100)
                .mapToDouble(index -> index < 20 ? 1e9 : 50 + index % 10)
                .toArray();

        assertThat(LINEAR.isOutlier(500, Spread.of(values))).isTrue();
        assertThat(LINEAR.isOutlier(55, Spread.of(values))).isFalse();
    }

    @Test
    void fewOrEqualValuesJudgeNothing() {
        assertThat(LINEAR.isOutlier(1e9, Spread.of(new double[] {1, 2, 3}))).isFalse();
        assertThat(LINEAR.isOutlier(1e9, Spread.of(new double[50]))).isFalse();
    }

    @Test
    void moneyIsJudgedByRatios() {
        OutlierRule log = new OutlierRule("k", "f", true, 30, 5, 3);
        Random random = new Random(3);
        double[] values = IntStream.range(0, 500)
                .mapToDouble(index -> log.scaled(Math.exp(3 + 0.8 * random.nextGaussian())))
                .toArray();
        Spread spread = Spread.of(values);

        long flagged = IntStream.range(0, 10_000)
                .filter(index -> log.isOutlier(3 + 0.8 * random.nextGaussian(), spread))
                .count();
        assertThat(flagged).isLessThan(5);
        assertThat(log.isOutlier(log.scaled(20 * 1_000), spread)).isTrue();
        assertThat(log.judges(0)).isFalse();
        assertThat(log.judges(Double.NaN)).isFalse();
    }

    @Property(tries = 200)
    void judgementKnowsNoUnit(@ForAll @IntRange(min = 1, max = 1000) int factor, @ForAll int seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(60, -1, 1).toArray();
        double[] scaled = IntStream.range(0, values.length)
                .mapToDouble(index -> values[index] * factor)
                .toArray();
        double value = random.nextDouble() * 20 - 10;

        assertThat(LINEAR.isOutlier(value * factor, Spread.of(scaled)))
                .isEqualTo(LINEAR.isOutlier(value, Spread.of(values.clone())));
    }
}
