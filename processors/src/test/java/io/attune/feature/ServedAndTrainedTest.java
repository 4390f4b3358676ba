package io.attune.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import io.attune.feature.calculation.Population;
import io.attune.identity.Corrections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * While a hub runs, events arrive late and in any order, people are merged and parted again, and vectors are served. Much later a
 * frame is exported: as of each of those moments it says of each profile what was served then, to the last digit.
 */
class ServedAndTrainedTest {

    private static final PostgresDatabase POSTGRES = new PostgresDatabase();
    private static final FeatureDefinitions DEFINITIONS = EveryAggregation.definitions();
    private static final Duration STEP = Duration.ofHours(31);
    private static Population population;

    private final PeopleInDatabase people = new PeopleInDatabase(POSTGRES);
    private final FeatureService service = new FeatureService(DEFINITIONS, () -> "release");
    private final VectorComputation computation = new VectorComputation(DEFINITIONS);

    @BeforeContainer
    static void open() {
        POSTGRES.open();
    }

    @AfterContainer
    static void close() throws SQLException {
        POSTGRES.close();
    }

    /** What happens next: some events come in, with nodes from 0 to 3; or who is two becomes one, or who is one two. */
    private record Happening(List<Activity> received, boolean merges, boolean parts) {}

    private record Moment(Instant asOf, UUID profile) {}

    @Provide
    Arbitrary<List<Happening>> happenings() {
        Arbitrary<Happening> events = RandomActivities.lists(4).map(received -> new Happening(received, false, false));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, events),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(new Happening(List.of(), true, false))),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(new Happening(List.of(), false, true))))
                .list()
                .ofMinSize(2)
                .ofMaxSize(8);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void agreeAtEveryMoment(@ForAll("happenings") List<Happening> happenings) throws SQLException {
        POSTGRES.clear();
        population = POSTGRES.database()
                .inTransaction(handle -> new PopulationStore()
                        .add(handle, EveryAggregation.population(), 2, RandomActivities.NOW, "release"));
        Instant now = RandomActivities.NOW;
        List<PeopleInDatabase.Person> persons = List.of(people.person(now, 2), people.person(now, 2));
        List<Long> nodes =
                persons.stream().flatMap(person -> person.nodes().stream()).toList();
        Map<Moment, FeatureVector> served = new HashMap<>();
        for (Happening happening : happenings) {
            now = now.plus(STEP);
            happen(happening, persons, nodes, now);
            Instant asOf = now.plusSeconds(1);
            serve(asOf).forEach((profile, vector) -> served.put(new Moment(asOf, profile), vector));
        }

        Map<Moment, FeatureVector> exported = exported(served.keySet());

        served.forEach((moment, vector) ->
                assertThat(exported.get(moment)).as("%s", moment).isEqualTo(vector));
    }

    private void happen(Happening happening, List<PeopleInDatabase.Person> persons, List<Long> nodes, Instant now) {
        UUID survivor = persons.get(0).profile();
        UUID merged = persons.get(1).profile();
        boolean apart = live().contains(merged);
        if (happening.merges() && apart) {
            people.merge(merged, survivor, now);
        } else if (happening.parts() && !apart) {
            new Corrections(POSTGRES.database(), Clock.fixed(now, ZoneOffset.UTC), changed -> {})
                    .unmerge(merged, "two people", "ann");
        }
        Duration since = Duration.between(RandomActivities.NOW, now);
        List<Activity> received = happening.received().stream()
                .map(event -> new Activity(
                        nodes.get((int) event.node()),
                        event.source(),
                        event.type(),
                        event.occurredAt().plus(since),
                        event.amount(),
                        event.utcOffsetMinutes(),
                        event.properties()))
                .toList();
        people.receive(received, now, false);
        POSTGRES.database()
                .useTransaction(handle -> service.update(handle, PeopleInDatabase.deferred(survivor, received), now));
    }

    private Map<UUID, FeatureVector> serve(Instant asOf) {
        return POSTGRES.database().inTransaction(handle -> service.compute(handle, live(), asOf));
    }

    private static List<UUID> live() {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery("select profile_id from profile where merged_into is null")
                        .mapTo(UUID.class)
                        .list());
    }

    private Map<Moment, FeatureVector> exported(Iterable<Moment> moments) throws SQLException {
        List<PersonHistory> histories = new ArrayList<>();
        try (Connection connection = POSTGRES.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            new FrameReader(
                            connection,
                            DEFINITIONS,
                            Optional.empty(),
                            RandomActivities.NOW.plus(Duration.ofDays(1_000)))
                    .forEach(histories::add);
            connection.rollback();
            connection.setAutoCommit(true);
        }
        Map<Moment, FeatureVector> exported = new HashMap<>();
        for (Moment moment : moments) {
            List<Activity> known = histories.stream()
                    .map(history -> Optional.ofNullable(history.knownAt(moment.asOf(), false)
                            .get(moment.profile().toString())))
                    .flatMap(Optional::stream)
                    .flatMap(List::stream)
                    .toList();
            exported.put(moment, computation.fromActivities(known, moment.asOf(), population));
        }
        return exported;
    }
}
