package io.attune.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import io.attune.feature.calculation.Population;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class FeatureServiceTest {

    private static final PostgresDatabase POSTGRES = new PostgresDatabase();
    private static final FeatureDefinitions DEFINITIONS = EveryAggregation.definitions();
    private static Population population;

    private final PeopleInDatabase people = new PeopleInDatabase(POSTGRES);
    private final FeatureService service = new FeatureService(DEFINITIONS, () -> "release");

    @BeforeContainer
    static void open() {
        POSTGRES.open();
        population = POSTGRES.database()
                .inTransaction(handle -> new PopulationStore()
                        .add(handle, EveryAggregation.population(), 100, RandomActivities.NOW, "release"));
    }

    @AfterContainer
    static void close() throws SQLException {
        POSTGRES.close();
    }

    @Provide
    Arbitrary<List<Activity>> activities() {
        return RandomActivities.lists(3);
    }

    @Property(tries = 40)
    void servesWhatARecomputationFromTheEventsSays(
            @ForAll("activities") List<Activity> numbered, @ForAll @IntRange(min = 1, max = 4) int batches) {
        Instant now = RandomActivities.NOW;
        PeopleInDatabase.Person person = people.person(now, 3);
        List<Activity> events =
                numbered.stream().map(event -> of(person, event)).toList();

        Map<UUID, FeatureVector> served = Map.of();
        for (int batch = 0; batch < batches; batch++) {
            List<Activity> part =
                    events.subList(batch * events.size() / batches, (batch + 1) * events.size() / batches);
            people.receive(part, now, false);
            served = POSTGRES.database()
                    .inTransaction(
                            handle -> service.update(handle, PeopleInDatabase.changes(person.profile(), part), now));
        }

        FeatureVector recomputed = new VectorComputation(DEFINITIONS).fromActivities(events, now, population);
        assertThat(served).isEqualTo(Map.of(person.profile(), recomputed));
        assertThat(stored(person.profile())).isEqualTo(served);
    }

    @Property(tries = 10)
    void countsEverythingAgainAfterDefinitionsChanged(@ForAll("activities") List<Activity> numbered) {
        Instant now = RandomActivities.NOW;
        PeopleInDatabase.Person person = people.person(now, 3);
        List<Activity> events =
                numbered.stream().map(event -> of(person, event)).toList();
        people.receive(events, now, true);

        Map<UUID, FeatureVector> computed = POSTGRES.database().inTransaction(handle -> {
            service.recount(handle, Set.of(person.profile()));
            return service.compute(handle, Set.of(person.profile()), now);
        });

        assertThat(computed.get(person.profile()))
                .isEqualTo(new VectorComputation(DEFINITIONS).fromActivities(events, now, population));
    }

    private Map<UUID, FeatureVector> stored(UUID profile) {
        return POSTGRES.database().inHandle(handle -> service.stored(handle, Set.of(profile)));
    }

    private static Activity of(PeopleInDatabase.Person person, Activity numbered) {
        return new Activity(
                person.nodes().get((int) numbered.node()),
                numbered.source(),
                numbered.type(),
                numbered.occurredAt(),
                numbered.amount(),
                numbered.utcOffsetMinutes(),
                numbered.properties());
    }
}
