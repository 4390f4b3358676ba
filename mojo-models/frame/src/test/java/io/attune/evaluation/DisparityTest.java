package io.attune.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisparityTest {

    @Test
    void comparesTheSharesOfThoseWhoShouldBeFound() {
        List<GroupFigures> figures = figures(100, 80, 60, 30);

        assertThat(figures).extracting(GroupFigures::group).containsExactly("blue", "green");
        assertThat(figures.get(0).found()).isCloseTo(0.8, within(1e-12));
        assertThat(figures.get(1).found()).isCloseTo(0.5, within(1e-12));
        assertThat(Disparity.of(figures)).hasValueSatisfying(disparity -> {
            assertThat(disparity.ratio()).isCloseTo(0.5 / 0.8, within(1e-12));
            assertThat(disparity.lowest()).isEqualTo("green");
        });
    }

    @Test
    void saysNothingOfGroupsThatAreTooSmall() {
        assertThat(Disparity.of(figures(100, 80, Disparity.FEWEST - 1, 3))).isEmpty();
    }

    /** Blue and green people, some of them positive, some of these found; and as many negatives, none acted on. */
    private static List<GroupFigures> figures(int blue, int blueFound, int green, int greenFound) {
        List<String> groups = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        for (int person = 0; person < 2 * (blue + green); person++) {
            boolean isBlue = person < 2 * blue;
            int number = isBlue ? person : person - 2 * blue;
            int found = isBlue ? blueFound : greenFound;
            groups.add(isBlue ? "blue" : "green");
            scores.add(number < found ? 0.9 : 0.1);
            labels.add(number < (isBlue ? blue : green));
        }
        boolean[] came = new boolean[labels.size()];
        for (int row = 0; row < came.length; row++) {
            came[row] = labels.get(row);
        }
        return GroupFigures.of(
                groups, scores.stream().mapToDouble(Double::doubleValue).toArray(), came, 0.5);
    }
}
