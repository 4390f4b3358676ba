package io.attune.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.attune.feature.calculation.Abandonments;
import io.attune.feature.calculation.Completions;
import io.attune.feature.calculation.Population;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VectorComputationTest {

    static final Path DEFINITIONS = Path.of("../mojo-models/definitions");

    private static final FeatureDefinitions EVERY = EveryAggregation.definitions();
    private static final Population POPULATION = EveryAggregation.population();

    private final FeatureDefinitions definitions = EVERY;
    private final VectorComputation computation = new VectorComputation(definitions);

    @Provide
    Arbitrary<List<Activity>> activities() {
        return RandomActivities.lists(3);
    }

    @Property(tries = 300)
    void equalsWhatANaiveCountSays(@ForAll("activities") List<Activity> activities) {
        Map<String, Object> computed = computation
                .fromActivities(activities, RandomActivities.NOW, POPULATION)
                .values();
        Map<String, Object> naive = new NaiveVector(definitions, activities, RandomActivities.NOW, POPULATION).values();

        assertThat(computed.keySet()).isEqualTo(naive.keySet());
        naive.forEach((name, value) -> {
            if (value instanceof Double number) {
                assertThat((Double) computed.get(name)).as(name).isCloseTo(number, withinPercentage(1e-9));
            } else {
                assertThat(computed.get(name)).as(name).isEqualTo(value);
            }
        });
    }

    @Property(tries = 200)
    void doesNotDependOnTheOrder(@ForAll("activities") List<Activity> activities, @ForAll long seed) {
        List<Activity> shuffled = new ArrayList<>(activities);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(computation.fromActivities(shuffled, RandomActivities.NOW, POPULATION))
                .isEqualTo(computation.fromActivities(activities, RandomActivities.NOW, POPULATION));
    }

    @Property(tries = 200)
    void seesNothingThatOccursAtOrAfterTheMoment(@ForAll("activities") List<Activity> activities) {
        List<Activity> before = activities.stream()
                .filter(activity -> activity.occurredAt().isBefore(RandomActivities.NOW))
                .toList();

        assertThat(computation.fromActivities(activities, RandomActivities.NOW, POPULATION))
                .isEqualTo(computation.fromActivities(before, RandomActivities.NOW, POPULATION));
    }

    @Property(tries = 100)
    void staysTheSameUntilMidnightWhileNothingHappens(@ForAll("activities") List<Activity> activities) {
        List<Activity> before = activities.stream()
                .filter(activity -> activity.occurredAt().isBefore(RandomActivities.NOW))
                .toList();

        // Carts are the exception: the time after which one is left can run out at any hour.
        VectorComputation shipped = new VectorComputation(new FeatureDefinitions(
                definitions.measures(),
                definitions.features().stream()
                        .filter(feature -> !(feature.calculation() instanceof Abandonments)
                                && !(feature.calculation() instanceof Completions))
                        .toList()));
        assertThat(shipped.fromActivities(before, Instant.parse("2026-06-15T23:59:59Z"))
                        .values())
                .isEqualTo(shipped.fromActivities(before, RandomActivities.NOW).values());
    }
}
