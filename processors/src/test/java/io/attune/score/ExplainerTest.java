package io.attune.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attune.scoring.Contributions;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Scorer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private final ModelRegistry registry = ModelRegistry.open(Path.of("../mojo-models/registry"));
    private final Scorer churn = registry.champion("churn").orElseThrow();
    private final Explainer explainer =
            new Explainer(registry, () -> Map.of("days_since_last_order", "Days since the last order"));

    @Test
    void namesWhatMovedTheScoreInWordsTheLargestFirst() {
        Explanation explanation = explainer.explain(silentFor(300), 3).get("churn");

        assertThat(explanation.reasons()).hasSize(3);
        assertThat(explanation.reasons().get(0).text()).isEqualTo("Days since the last order: 300 (raises the score)");
        assertThat(explanation.reasons())
                .extracting(reason -> -Math.abs(reason.contribution()))
                .isSorted();
        assertThat(explanation.version()).isEqualTo(churn.card().version());
        assertThat(explainer.explain(silentFor(1), 30).get("churn").reasons())
                .filteredOn(reason -> reason.feature().equals("days_since_last_order"))
                .allSatisfy(reason -> assertThat(reason.text()).endsWith("(lowers the score)"));
    }

    @Test
    void thePartsAndTheAverageAddUpToTheLogOddsOfTheUncalibratedAnswer() {
        double[] row = churn.row(silentFor(60));
        Contributions parts = churn.contributions(row).orElseThrow();
        double sum = parts.bias()
                + parts.ofInputs().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
        double other = churn.contributions(churn.row(silentFor(200))).orElseThrow().ofInputs().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();

        // A calibration is monotone: what adds up to more is answered with more.
        assertThat(other + parts.bias()).isGreaterThan(sum);
        assertThat(churn.answer(churn.row(silentFor(200)))).isGreaterThan(churn.answer(row));
        if (!churn.card().document().path("calibrated").asBoolean(false)) {
            assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(churn.answer(row), within(1e-5));
        }
    }

    @Test
    void explainsNothingThatIsNotScored() {
        assertThat(explainer.explain(Map.of(), 3)).isEmpty();
    }

    private Map<String, Double> silentFor(double days) {
        Map<String, Double> vector = new HashMap<>();
        churn.card().features().forEach(feature -> vector.put(feature.name(), feature.mean()));
        vector.put("days_since_last_order", days);
        return vector;
    }
}
