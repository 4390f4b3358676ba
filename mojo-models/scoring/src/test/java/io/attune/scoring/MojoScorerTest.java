package io.attune.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MojoScorerTest {

    private final Scorer churn =
            ModelRegistry.open(Path.of("../registry")).champion("churn").orElseThrow();

    @Test
    void findsTheSilentMoreLikelyToStayAway() {
        double recent = value(vector(5, 6));
        double silent = value(vector(200, 6));

        assertThat(recent).isBetween(0.0, 1.0);
        assertThat(silent).isBetween(recent, 1.0);
    }

    @Test
    void declinesWithoutARequiredFeature() {
        Map<String, Object> features = vector(5, 6);
        features.remove("days_since_last_order");

        assertThat(churn.score(features))
                .isInstanceOfSatisfying(
                        Score.Declined.class,
                        declined -> assertThat(declined.reason())
                                .isEqualTo("days_since_last_order is missing, and churn requires it"));
    }

    @Test
    void declinesWhenTooLittleIsKnown() {
        assertThat(churn.score(Map.of("days_since_last_order", 3.0)))
                .isInstanceOfSatisfying(
                        Score.Declined.class,
                        declined -> assertThat(declined.reason()).startsWith("only 1 of the 22 features are present"));
    }

    @Test
    void takesNaNAndValuesOfTheWrongKindAsMissing() {
        Map<String, Object> features = vector(5, 6);
        features.put("days_since_last_order", Double.NaN);
        assertThat(churn.score(features)).isInstanceOf(Score.Declined.class);

        features.put("days_since_last_order", "five");
        assertThat(churn.score(features)).isInstanceOf(Score.Declined.class);
    }

    @Test
    void doesNotCareForFeaturesThatTheModelDoesNotRead() {
        Map<String, Object> features = vector(5, 6);
        Score without = churn.score(features);
        features.put("something_else", 7.0);

        assertThat(churn.score(features)).isEqualTo(without);
    }

    @Test
    void scoresTheSameFromManyThreads() {
        List<Score> alone = IntStream.range(0, 2_000)
                .mapToObj(index -> churn.score(vector(index % 300, index % 9)))
                .toList();

        List<Score> together = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(index -> churn.score(vector(index % 300, index % 9)))
                .toList();

        assertThat(together).isEqualTo(alone);
    }

    private double value(Map<String, Object> features) {
        return ((Score.Value) churn.score(features)).value();
    }

    private Map<String, Object> vector(int daysSinceLastOrder, int orders) {
        Map<String, Object> features = new HashMap<>();
        churn.inputs().forEach(name -> features.put(name, 1.0));
        features.put("days_since_last_order", (double) daysSinceLastOrder);
        features.put("orders_365d", (double) orders);
        return features;
    }
}
