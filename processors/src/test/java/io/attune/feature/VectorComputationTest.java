package io.attune.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
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

    private final FeatureDefinitions definitions = FeatureDefinitionReader.read(DEFINITIONS);
    private final VectorComputation computation = new VectorComputation(definitions);

    @Provide
    Arbitrary<List<Activity>> activities() {
        return RandomActivities.lists(3);
    }

    @Property(tries = 300)
    void equalsWhatANaiveCountSays(@ForAll("activities") List<Activity> activities) {
        Map<String, Double> computed =
                computation.fromActivities(activities, RandomActivities.NOW).values();
        Map<String, Double> naive = new NaiveVector(definitions, activities, RandomActivities.NOW).values();

        assertThat(computed.keySet()).isEqualTo(naive.keySet());
        naive.forEach(
                (name, value) -> assertThat(computed.get(name)).as(name).isCloseTo(value, withinPercentage(1e-9)));
    }

    @Property(tries = 200)
    void doesNotDependOnTheOrder(@ForAll("activities") List<Activity> activities, @ForAll long seed) {
        List<Activity> shuffled = new ArrayList<>(activities);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(computation.fromActivities(shuffled, RandomActivities.NOW))
                .isEqualTo(computation.fromActivities(activities, RandomActivities.NOW));
    }

    @Property(tries = 200)
    void seesNothingThatOccursAtOrAfterTheMoment(@ForAll("activities") List<Activity> activities) {
        List<Activity> before = activities.stream()
                .filter(activity -> activity.occurredAt().isBefore(RandomActivities.NOW))
                .toList();

        assertThat(computation.fromActivities(activities, RandomActivities.NOW))
                .isEqualTo(computation.fromActivities(before, RandomActivities.NOW));
    }

    @Property(tries = 100)
    void staysTheSameUntilMidnightWhileNothingHappens(@ForAll("activities") List<Activity> activities) {
        List<Activity> before = activities.stream()
                .filter(activity -> activity.occurredAt().isBefore(RandomActivities.NOW))
                .toList();

        assertThat(computation
                        .fromActivities(before, java.time.Instant.parse("2026-06-15T23:59:59Z"))
                        .values())
                .isEqualTo(
                        computation.fromActivities(before, RandomActivities.NOW).values());
    }
}
