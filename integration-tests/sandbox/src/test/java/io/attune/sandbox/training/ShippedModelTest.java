package io.attune.sandbox.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.feature.Activity;
import io.attune.feature.FeatureDefinitionReader;
import io.attune.feature.FeatureVector;
import io.attune.feature.HistoricActivity;
import io.attune.feature.VectorComputation;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.PopulationOptions;
import io.attune.sandbox.population.truth.PersonTruth;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The model that ships, on the people of the demo, whom it did not learn from. */
class ShippedModelTest {

    private static final Path MODELS = Path.of("../../mojo-models");
    private static final Instant NOW = Instant.parse("2026-06-15T13:37:42Z");
    private static final long SEED_OF_THE_DEMO = 7;

    @Test
    void foreseesChurnBetterThanRecencyAlone() {
        Population population = Population.of(PopulationOptions.of(SEED_OF_THE_DEMO, 1_000, 365, NOW));
        VectorComputation computation =
                new VectorComputation(FeatureDefinitionReader.read(MODELS.resolve("definitions")));
        Scorer churn =
                ModelRegistry.open(MODELS.resolve("registry")).champion("churn").orElseThrow();
        List<Judged> byModel = new ArrayList<>();
        List<Judged> byRecency = new ArrayList<>();
        Map<String, List<HistoricActivity>> histories = Histories.of(population);

        for (PersonTruth person : population.truth().people()) {
            List<Activity> activities = histories.getOrDefault(person.person(), List.of()).stream()
                    .map(HistoricActivity::activity)
                    .toList();
            FeatureVector vector = computation.fromActivities(activities, NOW);
            if (churn.score(vector.values()) instanceof Score.Value score) {
                byModel.add(new Judged(score.value(), person.churns()));
                byRecency.add(new Judged((double) vector.values().get("days_since_last_order"), person.churns()));
            }
        }

        System.out.printf(
                "churn on %d people of the demo: AUC %.4f, recency alone %.4f%n",
                byModel.size(), areaUnderCurve(byModel), areaUnderCurve(byRecency));
        assertThat(byModel).hasSizeGreaterThan(600);
        assertThat(areaUnderCurve(byModel)).isGreaterThan(areaUnderCurve(byRecency) + 0.02);
    }

    private static double areaUnderCurve(List<Judged> judged) {
        double right = 0;
        long pairs = 0;
        for (Judged gone : judged) {
            for (Judged back : judged) {
                if (gone.churned() && !back.churned()) {
                    int order = Double.compare(gone.score(), back.score());
                    right += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return right / pairs;
    }

    private record Judged(double score, boolean churned) {}
}
