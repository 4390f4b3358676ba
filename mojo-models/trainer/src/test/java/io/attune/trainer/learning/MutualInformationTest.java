package io.attune.trainer.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attune.frame.Feature;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MutualInformationTest {
    private static final int ROWS = 400;

    @Test
    void ofTheLabelItselfIsTheLabelsEntropy() {
        boolean[] labels = labels();
        double[] same =
                IntStream.range(0, ROWS).mapToDouble(row -> labels[row] ? 1 : 0).toArray();

        assertThat(MutualInformation.of(number(), same, labels)).isCloseTo(Math.log(2), within(1e-9));
    }

    @Test
    void ofSomethingUnrelatedIsNothing() {
        double[] unrelated =
                IntStream.range(0, ROWS).mapToDouble(row -> row / 2 % 2).toArray();

        assertThat(MutualInformation.of(number(), unrelated, labels())).isCloseTo(0, within(1e-9));
    }

    @Test
    void countsThatAValueIsMissing() {
        boolean[] labels = labels();
        double[] missing = IntStream.range(0, ROWS)
                .mapToDouble(row -> labels[row] ? Double.NaN : 5)
                .toArray();

        assertThat(MutualInformation.of(number(), missing, labels)).isCloseTo(Math.log(2), within(1e-9));
    }

    @Test
    void readsTheLevelsOfACategory() {
        boolean[] labels = labels();
        Feature category = new Feature("c", "c", "category", List.of("a", "b", "c"));
        double[] levels =
                IntStream.range(0, ROWS).mapToDouble(row -> labels[row] ? 2 : 0).toArray();

        assertThat(MutualInformation.of(category, levels, labels)).isCloseTo(Math.log(2), within(1e-9));
    }

    private static boolean[] labels() {
        boolean[] labels = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = row % 2 == 0;
        }
        return labels;
    }

    private static Feature number() {
        return new Feature("n", "n", "number", List.of());
    }
}
