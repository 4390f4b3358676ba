package io.attune.sandbox.population.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attune.sandbox.population.source.Entity;
import io.attune.sandbox.population.truth.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The counts by cluster and by rank against plain loops over all pairs. */
class EvaluationPropertiesTest {
    @Property(tries = 300)
    void pairsAreCountedAsOneByOne(
            @ForAll @Size(max = 30) List<@IntRange(max = 5) Integer> persons,
            @ForAll @Size(min = 30, max = 30) List<@IntRange(max = 6) Integer> clusters) {
        Truth truth = new Truth();
        Map<Entity, Integer> clustering = new HashMap<>();
        for (int index = 0; index < persons.size(); index++) {
            Entity entity = Entity.contact("c" + index);
            truth.add(entity, "person-" + persons.get(index));
            // The last cluster stands for entities that were never clustered.
            if (clusters.get(index) < 6) {
                clustering.put(entity, clusters.get(index));
            }
        }
        long same = 0;
        long joined = 0;
        long correct = 0;
        for (int one = 0; one < persons.size(); one++) {
            for (int other = 0; other < one; other++) {
                boolean samePerson = persons.get(one).equals(persons.get(other));
                boolean sameCluster = clusters.get(one) < 6 && clusters.get(one).equals(clusters.get(other));
                same += samePerson ? 1 : 0;
                joined += sameCluster ? 1 : 0;
                correct += samePerson && sameCluster ? 1 : 0;
            }
        }
        assertThat(new PairwiseEvaluation(truth).score(clustering)).isEqualTo(new PairwiseScore(same, joined, correct));
    }

    @Property(tries = 300)
    void aucCountsPairsAsOneByOne(@ForAll @Size(max = 40) List<@IntRange(max = 12) Integer> cases) {
        double[] scores = cases.stream().mapToDouble(value -> value / 2).toArray();
        List<Integer> positive = new ArrayList<>();
        List<Integer> negative = new ArrayList<>();
        boolean[] positives = new boolean[cases.size()];
        for (int index = 0; index < positives.length; index++) {
            positives[index] = cases.get(index) % 2 == 1;
            (positives[index] ? positive : negative).add(index);
        }
        double wins = 0;
        for (int one : positive) {
            for (int other : negative) {
                wins += scores[one] > scores[other] ? 1 : scores[one] == scores[other] ? 0.5 : 0;
            }
        }
        OptionalDouble auc = Auc.of(scores, positives);
        assertThat(auc.isPresent()).isEqualTo(!positive.isEmpty() && !negative.isEmpty());
        if (auc.isPresent()) {
            assertThat(auc.getAsDouble()).isCloseTo(wins / ((double) positive.size() * negative.size()), within(1e-12));
        }
    }
}
