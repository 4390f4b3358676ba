package io.attune.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import io.attune.feature.calculation.Population;
import io.attune.lifetime.LifetimeModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FeatureUpkeepTest {

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Instant NOW = Instant.parse("2026-06-15T13:37:42Z");

    private final FeatureDefinitions definitions = EveryAggregation.definitions();
    private final FeatureService features = new FeatureService(definitions, () -> "release");
    private PeopleInDatabase people;

    @BeforeEach
    void clear() {
        POSTGRES.clear();
        people = new PeopleInDatabase(POSTGRES);
    }

    @Test
    void surveysOnceADayAndAgainWhenManyHaveCome() {
        buyers(20);
        upkeep(NOW).run();
        upkeep(NOW.plusSeconds(3_600)).run();
        assertThat(surveys()).isEqualTo(1);

        buyers(5);
        upkeep(NOW.plusSeconds(7_200)).run();
        assertThat(surveys()).isEqualTo(2);

        upkeep(NOW.plus(Duration.ofDays(1))).run();
        assertThat(surveys()).isEqualTo(3);
    }

    @Test
    void dividesThePopulationIntoEqualParts() {
        List<UUID> buyers = buyers(50);
        upkeep(NOW).run();

        Map<UUID, FeatureVector> vectors =
                POSTGRES.database().inTransaction(handle -> features.compute(handle, buyers, NOW));

        List<Object> parts = vectors.values().stream()
                .map(vector -> vector.values().get("every_recency"))
                .toList();
        for (Double part : List.of(1.0, 2.0, 3.0, 4.0, 5.0)) {
            assertThat(parts).filteredOn(part::equals).hasSize(10);
        }
        assertThat(vectors.values()).allSatisfy(vector -> {
            assertThat(vector.population()).isEqualTo(1);
            assertThat(vector.values().get("every_rfm")).asString().matches("\\d-\\d-\\d+");
            assertThat((double) vector.values().get("every_alive")).isBetween(0.0, 1.0);
            assertThat((double) vector.values().get("every_lifetime_value")).isPositive();
        });
    }

    @Test
    void findsInAFrameWhatTheHubWouldHaveFoundThen() throws SQLException {
        buyers(40);
        Instant then = NOW.minus(Duration.ofDays(30));
        upkeep(then).run();
        Population stored = POSTGRES.database().inHandle(handle -> new PopulationStore().newest(handle));

        Measure orders = definitions.measure("orders").orElseThrow();
        ModelDefinition model = new ModelDefinition(
                "any",
                new FramePopulation(orders, 1, OptionalInt.empty(), Optional.empty()),
                new LabelDefinition(LabelDefinition.Question.ABSENT, orders, 30, 0),
                1,
                1,
                30,
                true,
                List.of("every_rfm"),
                Optional.empty());
        assertThat(FrameSurvey.needed(model, definitions)).isTrue();
        FrameSurvey survey = new FrameSurvey(model, definitions, NOW);
        try (Connection connection = POSTGRES.dataSource().getConnection()) {
            new FrameReader(connection, definitions, Optional.empty(), NOW).forEach(survey::add);
        }
        Population found = survey.result().get(then);

        assertThat(found.asOf()).isEqualTo(stored.asOf());
        assertThat(found.quantiles()).isEqualTo(stored.quantiles());
        LifetimeModel fitted = found.lifetimes().get("orders");
        LifetimeModel then30 = stored.lifetimes().get("orders");
        assertThat(fitted.purchases().r())
                .isCloseTo(then30.purchases().r(), org.assertj.core.data.Percentage.withPercentage(1));
    }

    @Test
    void countsThePastAgainByANewMeasure(@TempDir Path folder) throws IOException {
        UUID buyer = buyers(1).get(0);
        upkeep(NOW).run();
        FeatureDefinitions changed = with(folder, "dear_orders");
        FeatureService service = new FeatureService(changed, () -> "release");
        assertThat(dearOrders(service, buyer)).isEqualTo(0.0);

        new FeatureUpkeep(POSTGRES.database(), service, () -> "release", Clock.fixed(NOW, ZoneOffset.UTC)).run();

        assertThat(dearOrders(service, buyer)).isEqualTo(3.0);
        assertThat(count("select count(*) from profile where deferred_at is not null"))
                .isEqualTo(1);
    }

    private static Object dearOrders(FeatureService service, UUID buyer) {
        return POSTGRES.database()
                .inTransaction(handle -> service.compute(handle, Set.of(buyer), NOW))
                .get(buyer)
                .values()
                .get("dear_orders");
    }

    private static FeatureDefinitions with(Path folder, String name) throws IOException {
        Files.createDirectories(folder.resolve("schemas"));
        Files.createDirectories(folder.resolve("features"));
        Files.copy(
                VectorComputationTest.DEFINITIONS.resolve("schemas/features.schema.json"),
                folder.resolve("schemas/features.schema.json"));
        Files.writeString(folder.resolve("features/more.yaml"), """
                features:
                  - {name: %s, description: Dear, events: [Order Completed], filter: event.amount >= 5, aggregation: count}
                """.formatted(name));
        return FeatureDefinitionReader.read(folder);
    }

    private FeatureUpkeep upkeep(Instant now) {
        return new FeatureUpkeep(POSTGRES.database(), features, () -> "release", Clock.fixed(now, ZoneOffset.UTC));
    }

    private static long surveys() {
        return count("select count(*) from feature_population");
    }

    private static long count(String query) {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    /** Each bought three times; the last time is another day for everyone. */
    private List<UUID> buyers(int count) {
        Random random = new Random(count);
        List<UUID> buyers = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            PeopleInDatabase.Person person = people.person(NOW.minus(Duration.ofDays(400)), 1);
            List<Activity> orders = new ArrayList<>();
            for (int order = 0; order < 3; order++) {
                Duration ago = Duration.ofDays(31 + index + (long) order * (1 + random.nextInt(60)));
                orders.add(new Activity(
                        person.nodes().get(0),
                        "pos",
                        "Order Completed",
                        NOW.minus(ago),
                        50_000 + random.nextInt(1_000_000)));
            }
            people.receive(orders, NOW.minus(Duration.ofDays(31)), true);
            POSTGRES.database()
                    .useTransaction(handle -> features.update(
                            handle,
                            PeopleInDatabase.deferred(person.profile(), orders),
                            NOW.minus(Duration.ofDays(31))));
            buyers.add(person.profile());
        }
        return buyers;
    }
}
