package io.attune.trainer.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attune.segmentation.Cluster;
import io.attune.segmentation.SegmentModel;
import io.attune.trainer.H2oProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People of three ways: who buys much, who only looks, and who does neither. */
class SegmentLearningTest {
    private static final List<String> FEATURES = List.of("orders", "revenue", "visits");
    private static final List<Wording> WORDINGS = List.of(
            new Wording("orders", "buys often", "rarely buys"),
            new Wording("revenue", "spends much", "spends little"),
            new Wording("visits", "visits often", "rarely visits"));

    @BeforeAll
    static void start() {
        H2oProcess.start(1);
    }

    @Test
    void findsTheGroupsThatAreThere() {
        SegmentFit fit = learn(OptionalDouble.empty(), Optional.empty(), 1);

        assertThat(fit.model().clusters()).hasSize(3);
        assertThat(CountChoice.best(fit.trials()).count()).isEqualTo(3);
        assertThat(idOf(fit.model(), 20, 900, 25)).isNotEqualTo(idOf(fit.model(), 1, 30, 60));
        assertThat(idOf(fit.model(), 1, 30, 60)).isNotEqualTo(idOf(fit.model(), 1, 20, 2));
        assertThat(clusterOf(fit.model(), 20, 900, 25).description()).contains("buys often", "spends much");
    }

    @Test
    void areTighterOnOthersThanGroupsCutByRevenue() {
        SegmentJudgement judgement =
                learn(OptionalDouble.empty(), Optional.empty(), 1).judgement();

        assertThat(judgement.silhouette()).isGreaterThan(judgement.baselineSilhouette() + 0.1);
        assertThat(judgement.daviesBouldin()).isLessThan(judgement.baselineDaviesBouldin());
        assertThat(judgement.outcomeShare()).isBetween(0.3, 1.0);
    }

    @Test
    void keepTheirNamesWhenLearnedAgainFromOthers() {
        SegmentModel first = learn(OptionalDouble.empty(), Optional.empty(), 1).model();
        SegmentModel second =
                learn(OptionalDouble.empty(), Optional.of(first), 2).model();

        assertThat(names(second)).isEqualTo(names(first));
        assertThat(idOf(second, 20, 900, 25)).isEqualTo(idOf(first, 20, 900, 25));
        assertThat(idOf(second, 1, 30, 60)).isEqualTo(idOf(first, 1, 30, 60));
    }

    @Test
    void canBeMeasuredOnPrincipalComponents() {
        SegmentFit fit = learn(OptionalDouble.of(0.9), Optional.empty(), 1);

        assertThat(fit.model().axes()).hasDimensions(2, 3);
        assertThat(fit.model().clusters()).hasSize(3);
    }

    @Test
    void areComparedWithOtherWaysToFindGroups() {
        List<Challenger> challengers =
                learn(OptionalDouble.empty(), Optional.empty(), 1).challengers();

        assertThat(challengers).hasSize(3);
        assertThat(challengers.get(0).agreement()).isEqualTo(1);
        assertThat(challengers.get(1).agreement()).isGreaterThan(0.9);
        // Counts of orders lie in lines, each of which is dense.
        assertThat(challengers.get(2).groups()).isGreaterThanOrEqualTo(3);
        assertThat(challengers.get(2).outside()).isBetween(0.0, 0.5);
    }

    @Test
    void explainTheVarianceThatTheyDo() {
        assertThat(SegmentJudge.explained(new double[] {1, 1, 5, 5}, new int[] {0, 0, 1, 1}, 2))
                .isEqualTo(1);
        assertThat(SegmentJudge.explained(new double[] {1, 5, 1, 5}, new int[] {0, 0, 1, 1}, 2))
                .isZero();
        assertThat(SegmentJudge.explained(new double[] {0, 2, 4, 6}, new int[] {0, 0, 1, 1}, 2))
                .isCloseTo(16.0 / 20, within(1e-12));
    }

    @Test
    void cutsIntoPartsOfEqualSize() {
        assertThat(SegmentJudge.equalParts(new double[] {5, Double.NaN, 3, 9, 1, 7}, 3))
                .containsExactly(1, 0, 1, 2, 0, 2);
    }

    private static SegmentFit learn(OptionalDouble principal, Optional<SegmentModel> former, long seed) {
        return new SegmentLearning(
                        new SegmentOptions(WORDINGS, 2, 6, principal, "revenue", 7),
                        new KMeansCentres(),
                        former,
                        progress -> {})
                .learn(people(400, seed), people(200, seed + 100));
    }

    private static SegmentRows people(int count, long seed) {
        Random random = new Random(seed);
        List<double[]> rows = new ArrayList<>();
        double[] outcomes = new double[count];
        for (int person = 0; person < count; person++) {
            int way = random.nextInt(3);
            double orders = way == 0 ? 15 + random.nextInt(10) : random.nextInt(3);
            double visits = way == 1 ? 50 + random.nextInt(30) : way == 0 ? 20 + random.nextInt(10) : random.nextInt(5);
            rows.add(new double[] {
                orders,
                orders * (30 + random.nextInt(20)) + random.nextInt(10),
                random.nextInt(20) == 0 ? Double.NaN : visits
            });
            outcomes[person] = 10 * orders + random.nextInt(30);
        }
        return new SegmentRows(FEATURES, rows.toArray(double[][]::new), outcomes);
    }

    private static int idOf(SegmentModel model, double orders, double revenue, double visits) {
        return clusterOf(model, orders, revenue, visits).id();
    }

    private static Cluster clusterOf(SegmentModel model, double orders, double revenue, double visits) {
        return model.nearest(model.scale(new double[] {orders, revenue, visits}));
    }

    private static Map<Integer, String> names(SegmentModel model) {
        return model.clusters().stream().collect(Collectors.toMap(Cluster::id, Cluster::name));
    }
}
