package io.attune.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What cancelled receipts need of features: the order that is taken back is counted nowhere. */
class CancellationsTest {
    private static final Instant AT =
            RandomActivities.NOW.minus(Duration.ofDays(5)).plusNanos(1_000);

    private final FeatureDefinitions definitions = FeatureDefinitionReader.read(VectorComputationTest.DEFINITIONS);
    private final VectorComputation computation = new VectorComputation(definitions);

    @Provide
    Arbitrary<List<Activity>> activities() {
        return RandomActivities.lists(3);
    }

    @Property(tries = 200)
    void aHistoryWithACancelledOrderIsTheHistoryWithoutIt(
            @ForAll("activities") List<Activity> activities, @ForAll long seed) {
        List<Activity> with = new ArrayList<>(activities);
        with.add(new Activity(1, "pos", "Order Completed", AT, 123_4500));
        with.add(new Activity(1, "pos", "Order Cancelled", AT, 123_4500));
        Collections.shuffle(with, new Random(seed));

        assertThat(computation.fromActivities(with, RandomActivities.NOW))
                .isEqualTo(computation.fromActivities(activities, RandomActivities.NOW));
    }

    @Example
    void onlyTheOrderOfTheSameEntitySourceAndMomentIsTakenBack() {
        Activity cancellation = new Activity(1, "pos", "Order Cancelled", AT, 10);
        List<Activity> others = List.of(
                new Activity(2, "pos", "Order Completed", AT, 10),
                new Activity(1, "web", "Order Completed", AT, 10),
                new Activity(1, "pos", "Order Completed", AT.plusMillis(1), 10),
                new Activity(1, "pos", "Order Refunded", AT, 10));
        List<Activity> all = new ArrayList<>(others);
        all.add(cancellation);

        assertThat(Cancellations.without(all)).containsExactlyElementsOf(all);

        Activity dear = new Activity(1, "pos", "Order Completed", AT, 99);
        Activity cheap = new Activity(1, "pos", "Order Completed", AT, 10);
        assertThat(Cancellations.without(List.of(dear, cheap, cancellation))).containsExactly(dear, cancellation);
    }

    @Example
    void anOrderCountsUntilItsCancellationIsKnown() {
        ModelDefinition churn = ModelDefinition.read(VectorComputationTest.DEFINITIONS, "churn", definitions);
        Instant end = RandomActivities.NOW.plus(Duration.ofDays(90));
        List<HistoricActivity> history = List.of(
                new HistoricActivity(
                        new Activity(1, "pos", "Order Completed", AT.minus(Duration.ofDays(1)), 10), AT, false),
                new HistoricActivity(new Activity(1, "pos", "Order Completed", AT, 10), AT, false),
                new HistoricActivity(
                        new Activity(1, "pos", "Order Cancelled", AT, 10),
                        RandomActivities.NOW.plus(Duration.ofDays(1)),
                        false));

        FrameRow judged =
                new FrameRows(churn, computation, end).of("p", history).get(0);

        assertThat(judged.asOf()).isEqualTo(RandomActivities.NOW);
        assertThat(judged.vector().values()).containsEntry("orders_30d", 2.0);
        assertThat(computation
                        .fromActivities(
                                history.stream().map(HistoricActivity::activity).toList(), end)
                        .values())
                .containsEntry("orders_365d", 1.0);
    }
}
