package io.attune.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.sandbox.population.evaluation.ChurnEvaluation;
import io.attune.sandbox.population.evaluation.PairwiseEvaluation;
import io.attune.sandbox.population.evaluation.PairwiseScore;
import io.attune.sandbox.population.source.Entity;
import io.attune.sandbox.population.truth.PersonTruth;
import io.attune.sandbox.population.truth.Truth;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That the population is as hard as it should be, and no harder. */
class JudgementTest {
    private static final RecordingSinks HISTORY = new RecordingSinks();
    private static final Population POPULATION =
            Population.of(PopulationOptions.of(42, 1000, 365, Instant.parse("2026-11-22T12:00:00Z")));

    @BeforeAll
    static void write() {
        POPULATION.writeHistory(HISTORY.sinks(), Progress.none());
    }

    @Test
    void exactIdentifiersJoinMostAndHardlyAnybodyWrongly() {
        PairwiseEvaluation evaluation = new PairwiseEvaluation(POPULATION.truth());
        PairwiseScore joined = evaluation.score(ExactJoining.of(HISTORY));
        assertThat(joined.precision()).isGreaterThan(0.99);
        assertThat(joined.recall()).isBetween(0.75, 0.95);
        assertThat(evaluation.noMerging().recall()).isZero();
        assertThat(evaluation.noMerging().precision()).isEqualTo(1);
        assertThat(evaluation.eachSourceAlone().recall()).isLessThan(joined.recall());
        assertThat(evaluation.oneSourceAlone().keySet()).containsExactly("pos", "salesforce", "web");
    }

    @Test
    void theHubSeesTheEntitiesOfTheTruthAndNoOthers() {
        assertThat(ExactJoining.of(HISTORY).keySet())
                .isEqualTo(POPULATION.truth().entities().keySet());
    }

    @Test
    void recencyTellsMuchAboutChurnAndHiddenTraitsTellMore() {
        Truth truth = POPULATION.truth();
        Map<String, Double> knowing = new HashMap<>();
        for (PersonTruth person : truth.people()) {
            double rate = Double.parseDouble(person.traits().get("purchaseRate"));
            knowing.put(person.person(), person.alive() ? Math.exp(-90 * rate) : 1);
        }
        ChurnEvaluation evaluation = new ChurnEvaluation(truth);
        assertThat(evaluation.churnRate()).isBetween(0.35, 0.65);
        assertThat(evaluation.unscored(knowing)).isZero();
        double recency = evaluation.recencyAuc(knowing).orElseThrow();
        assertThat(recency).isBetween(0.7, 0.86);
        assertThat(evaluation.auc(knowing).orElseThrow()).isGreaterThan(recency + 0.08);
    }

    @Test
    void aPersonTakesTheScoreOfTheProfileWithMostOfTheirEntities() {
        Truth truth = new Truth();
        Map<Entity, String> profiles = new HashMap<>();
        for (String id : new String[] {"a", "b", "c"}) {
            truth.add(Entity.contact(id), "person-1");
            profiles.put(Entity.contact(id), id.equals("a") ? "lonely" : "large");
        }
        Map<String, Double> byPerson =
                new ChurnEvaluation(truth).byPerson(profiles, Map.of("lonely", 0.1, "large", 0.9));
        assertThat(byPerson).isEqualTo(Map.of("person-1", 0.9));
    }
}
