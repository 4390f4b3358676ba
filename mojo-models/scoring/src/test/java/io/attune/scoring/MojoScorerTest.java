package io.attune.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** The shipped model, whose card is made to ask for a value where one is missing. */
    @Test
    void putsAValueOnlyWhereItsCardAsksAndSaysWhere(@TempDir Path folder) throws IOException {
        Path version = Path.of("../registry/churn", churn.card().version());
        Files.copy(version.resolve("model.zip"), folder.resolve("model.zip"));
        ObjectMapper json = new ObjectMapper();
        ObjectNode card =
                (ObjectNode) json.readTree(version.resolve("card.json").toFile());
        card.putObject("imputations").put("orders_90d", 4.0).put("days_since_last_order", 9.0);
        json.writeValue(folder.resolve("card.json").toFile(), card);
        Scorer imputing = MojoScorer.load(folder);
        Map<String, Object> full = vector(5, 6);
        full.put("orders_90d", 4.0);
        Map<String, Object> without = new HashMap<>(full);
        without.remove("orders_90d");

        Score.Value imputed = (Score.Value) imputing.score(without);
        assertThat(imputed.imputed()).containsExactly("orders_90d");
        assertThat(imputed.value()).isEqualTo(((Score.Value) imputing.score(full)).value());
        assertThat(((Score.Value) imputing.score(full)).imputed()).isEmpty();
        assertThat(((Score.Value) churn.score(without)).imputed()).isEmpty();

        without.remove("days_since_last_order");
        assertThat(imputing.score(without))
                .as("what is required must really be there")
                .isInstanceOf(Score.Declined.class);
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
