package io.attune.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FrameRowsTest {

    private static final Instant END = RandomActivities.NOW.plus(Duration.ofDays(90));

    private final FeatureDefinitions definitions = FeatureDefinitionReader.read(VectorComputationTest.DEFINITIONS);
    private final ModelDefinition churn = ModelDefinition.read(VectorComputationTest.DEFINITIONS, "churn", definitions);
    private final VectorComputation computation = new VectorComputation(definitions);

    @Provide
    Arbitrary<List<Activity>> activities() {
        return RandomActivities.lists(2);
    }

    @Property(tries = 100)
    void putsNothingIntoAVectorThatHadNotOccurredOrWasNotReceived(
            @ForAll("activities") List<Activity> activities, @ForAll("activities") List<Activity> late) {
        List<HistoricActivity> known = activities.stream()
                .map(activity -> new HistoricActivity(activity, activity.occurredAt(), false))
                .toList();
        List<HistoricActivity> withLate = new ArrayList<>(known);
        late.forEach(activity -> withLate.add(new HistoricActivity(activity, END, false)));

        List<FrameRow> rows = new FrameRows(churn, computation, END).of("p", withLate);
        List<FrameRow> expected = new FrameRows(churn, computation, END).of("p", known);

        assertThat(rows.stream().map(FrameRow::vector))
                .isEqualTo(expected.stream().map(FrameRow::vector).toList());
        rows.forEach(row -> assertThat(row.vector())
                .isEqualTo(computation.fromActivities(
                        activities.stream()
                                .filter(activity -> activity.occurredAt().isBefore(row.asOf()))
                                .toList(),
                        row.asOf())));
    }

    @Example
    void learnsOnlyFromMomentsWhoseLabelsEndBeforeTheJudgement() {
        List<Instant> moments = FrameRows.moments(churn, END);

        Instant judged = moments.get(0);
        assertThat(judged).isEqualTo(END.minus(Duration.ofDays(90)));
        assertThat(moments.subList(1, moments.size()))
                .hasSize(churn.moments())
                .allMatch(moment -> !moment.plus(Duration.ofDays(90)).isAfter(judged));
    }

    @Example
    void judgesAtSeveralMomentsWhereTheDefinitionAsksForThem() {
        ModelDefinition carts = ModelDefinition.read(VectorComputationTest.DEFINITIONS, "cart_completion", definitions);
        List<Instant> moments = FrameRows.moments(carts, END);

        List<Instant> judged = moments.subList(0, carts.judgedMoments());
        Instant first = judged.get(judged.size() - 1);
        assertThat(judged.get(0)).isEqualTo(END.minus(Duration.ofDays(7)));
        assertThat(first).isEqualTo(judged.get(0).minus(Duration.ofDays(7L * (carts.judgedMoments() - 1))));
        assertThat(moments.subList(carts.judgedMoments(), moments.size()))
                .hasSize(carts.moments())
                .allMatch(moment -> !moment.plus(Duration.ofDays(7)).isAfter(first));
    }

    @Example
    void labelsWhoeverBuysNothingIn90Days() {
        Activity before = order(RandomActivities.NOW.minus(Duration.ofDays(5)));
        Activity within = order(RandomActivities.NOW.plus(Duration.ofDays(89)));
        Activity beyond = order(RandomActivities.NOW.plus(Duration.ofDays(90)));

        assertThat(labelAtTheJudgement(before)).isEqualTo(1);
        assertThat(labelAtTheJudgement(before, within)).isZero();
        assertThat(labelAtTheJudgement(before, beyond)).isEqualTo(1);
    }

    private double labelAtTheJudgement(Activity... events) {
        List<HistoricActivity> history = Arrays.stream(events)
                .map(event -> new HistoricActivity(event, END, true))
                .toList();
        return new FrameRows(churn, computation, END)
                .of("p", history).stream()
                        .filter(row -> row.asOf().equals(RandomActivities.NOW))
                        .findFirst()
                        .orElseThrow()
                        .label();
    }

    @Example
    void asksWhetherSomethingHappensAndWhatItComesTo() {
        Measure orders = definitions.measure("orders").orElseThrow();
        List<HistoricActivity> history = List.of(
                        order(RandomActivities.NOW.minus(Duration.ofDays(1))),
                        order(RandomActivities.NOW),
                        order(RandomActivities.NOW.plus(Duration.ofDays(29))),
                        order(RandomActivities.NOW.plus(Duration.ofDays(30))))
                .stream()
                .map(event -> new HistoricActivity(event, END, true))
                .toList();

        assertThat(label(LabelDefinition.Question.SUM, orders, 0, history)).isEqualTo(24.0);
        assertThat(label(LabelDefinition.Question.ABOVE, orders, 23.9, history)).isEqualTo(1);
        assertThat(label(LabelDefinition.Question.ABOVE, orders, 24, history)).isZero();
        assertThat(label(LabelDefinition.Question.PRESENT, orders, 0, history)).isEqualTo(1);
        assertThat(label(LabelDefinition.Question.PRESENT, orders, 0, List.of()))
                .isZero();
    }

    @Example
    void countsACartAsOpenUntilTheNextOrder() {
        Measure carts = definitions.measure("cart_additions").orElseThrow();
        FramePopulation open = new FramePopulation(carts, 1, OptionalInt.of(7), definitions.measure("orders"));
        Instant now = RandomActivities.NOW;
        Activity laidIn = new Activity(1, "web", "Product Added", now.minus(Duration.ofDays(3)), 0);
        Activity longAgo = new Activity(1, "web", "Product Added", now.minus(Duration.ofDays(8)), 0);

        assertThat(open.contains(List.of(laidIn), now)).isTrue();
        assertThat(open.contains(List.of(longAgo), now)).isFalse();
        assertThat(open.contains(List.of(laidIn, order(now.minus(Duration.ofDays(4)))), now))
                .isTrue();
        assertThat(open.contains(List.of(laidIn, order(now.minus(Duration.ofDays(2)))), now))
                .isFalse();
    }

    private static double label(
            LabelDefinition.Question question, Measure measure, double threshold, List<HistoricActivity> history) {
        return new LabelDefinition(question, measure, 30, threshold).of(history, RandomActivities.NOW);
    }

    private static Activity order(Instant at) {
        return new Activity(1, "pos", "Order Completed", at, 120_000);
    }
}
