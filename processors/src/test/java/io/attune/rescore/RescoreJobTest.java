package io.attune.rescore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.feature.Activity;
import io.attune.feature.FeatureDefinitionReader;
import io.attune.feature.FeatureService;
import io.attune.feature.FeatureVector;
import io.attune.feature.PeopleInDatabase;
import io.attune.profile.ProfileStore;
import io.attune.score.ScoringService;
import io.attune.scoring.ModelRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RescoreJobTest {

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Path MODELS = Path.of("../mojo-models");
    private static final Instant NOW = Instant.parse("2026-06-15T13:37:42Z");

    private final PeopleInDatabase people = new PeopleInDatabase(POSTGRES);
    private final FeatureService features =
            new FeatureService(FeatureDefinitionReader.read(MODELS.resolve("definitions")), () -> "release");
    private final ScoringService scoring =
            new ScoringService(ModelRegistry.open(MODELS.resolve("registry")), () -> "release");
    private final Map<UUID, FeatureVector> followed = new HashMap<>();
    private final Map<UUID, Long> refreshed = new HashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void clear() {
        POSTGRES.clear();
    }

    @Test
    void scoresWhomHistoryWasLoadedForAndTakesBackTheDeferral() {
        UUID buyer = buyer(40);
        defer(buyer);

        RescoreSummary summary = job(NOW).run();

        assertThat(summary.profiles()).isEqualTo(1);
        assertThat(summary.scored()).isEqualTo(1);
        assertThat(followed.get(buyer).values())
                .containsEntry("days_since_last_order", 40.0)
                .containsEntry("orders_90d", 1.0);
        assertThat(refreshed).containsOnlyKeys(buyer);
        assertThat(number("select count(*) from profile where deferred_at is not null"))
                .isZero();
        assertThat(number("select count(*) from score where model = 'churn' and value between 0 and 1"))
                .isEqualTo(1);
    }

    @Test
    void raisesTheScoreOfWhoeverFallsSilentOnceADayHasPassed() {
        UUID buyer = buyer(3);
        job(NOW).run();
        double before = churn(buyer);

        assertThat(job(NOW.plus(Duration.ofHours(2))).run().profiles()).isZero();
        assertThat(job(NOW.plus(Duration.ofDays(120))).run().profiles()).isEqualTo(1);

        assertThat(churn(buyer)).isGreaterThan(before);
    }

    @Test
    void storesWhyAModelDeclines() {
        UUID visitor = people.person(NOW, 1).profile();

        RescoreSummary summary = job(NOW).run();

        assertThat(summary.declined()).isEqualTo(1);
        String reason = POSTGRES.database()
                .inHandle(handle -> handle.createQuery("select reason from score where profile_id = :visitor")
                        .bind("visitor", visitor)
                        .mapTo(String.class)
                        .one());
        assertThat(reason).contains("days_since_last_order");
    }

    @Test
    void goesThroughMoreThanOneChunkAndSaysHowFar() {
        for (int index = 0; index < 1_050; index++) {
            people.person(NOW, 0);
        }
        List<Long> done = new ArrayList<>();

        RescoreSummary summary = job(NOW).run((profiles, total) -> {
            assertThat(total).isEqualTo(1_050);
            done.add(profiles);
        });

        assertThat(summary.profiles()).isEqualTo(1_050);
        assertThat(done).containsExactly(0L, 1_000L, 1_050L);
    }

    @Test
    void leavesOneProfileDueThatCannotBeComputedAndDoesTheOthers() {
        UUID culprit = buyer(40);
        UUID other = buyer(50);
        defer(culprit);
        defer(other);
        RescoreJob job = job(NOW, (handle, asOf, vectors, scores) -> {
            if (vectors.containsKey(culprit)) {
                throw new IllegalStateException("no segment for this one");
            }
        });

        RescoreSummary summary = job.run();

        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.profiles()).isEqualTo(1);
        assertThat(refreshed).containsOnlyKeys(other);
        assertThat(job(NOW).run().profiles()).isEqualTo(1);
    }

    @Test
    void givesUpWhenTheDatabaseIsGoneAndLosesNothing() {
        UUID buyer = buyer(40);
        defer(buyer);
        RescoreJob failing = job(NOW, (handle, asOf, vectors, scores) -> {
            throw new UnableToExecuteStatementException(new SQLException("gone", "08006"), null);
        });

        assertThatThrownBy(failing::run).isInstanceOf(UnableToExecuteStatementException.class);

        assertThat(refreshed).isEmpty();
        assertThat(number("select count(*) from score")).isZero();
        assertThat(job(NOW).run().profiles()).isEqualTo(1);
    }

    @Test
    void listsTheProductsThatOrdersAndViewsName() {
        UUID buyer = buyer(10);
        POSTGRES.database().useHandle(handle -> handle.execute("""
                update event set properties = '{"order_id": "o-1", "products": [
                  {"product_id": "p-1", "name": "Kettle", "category": "kitchen", "price": 39.5, "quantity": 1},
                  {"product_id": "p-2", "name": "Cup", "price": "not a price"},
                  {"name": "nameless"}]}'
                """));

        RescoreSummary summary = job(NOW).run();

        assertThat(followed).containsKey(buyer);
        assertThat(summary.products()).isEqualTo(2);
        assertThat(number("select count(*) from product where product_id = 'p-1' and price = 39.5 and orders = 1"))
                .isEqualTo(1);
        assertThat(number("select count(*) from product where product_id = 'p-2' and price is null"))
                .isEqualTo(1);
        job(NOW.plus(Duration.ofDays(100))).run();
        assertThat(number("select count(*) from product where orders = 0")).isEqualTo(2);
    }

    @Test
    void takesTheNewestWordOnWhetherAProductCanBeHad() {
        UUID buyer = buyer(3);
        stated(buyer, "false");
        job(NOW).run();
        assertThat(number("select count(*) from product where not available")).isEqualTo(1);

        POSTGRES.database()
                .useHandle(handle ->
                        handle.execute("update event set properties = properties #- '{products,0,available}'"));
        job(NOW.plus(Duration.ofDays(1))).run();
        assertThat(number("select count(*) from product where not available"))
                .as("nobody says otherwise")
                .isEqualTo(1);

        stated(buyer, "true");
        job(NOW.plus(Duration.ofDays(2))).run();
        assertThat(number("select count(*) from product where available")).isEqualTo(1);
    }

    private void stated(UUID buyer, String available) {
        POSTGRES.database().useHandle(handle -> handle.execute("""
                update event set properties = jsonb_build_object('products', jsonb_build_array(
                  jsonb_build_object('product_id', 'p-1', 'name', 'Kettle', 'available', ?::boolean)))
                from membership where membership.node_id = event.node_id and membership.profile_id = ?
                """, available, buyer));
    }

    private UUID buyer(int daysAgo) {
        PeopleInDatabase.Person person = people.person(NOW, 1);
        Activity order = new Activity(
                person.nodes().get(0), "pos", "Order Completed", NOW.minus(Duration.ofDays(daysAgo)), 125_000);
        people.receive(List.of(order), NOW, true);
        POSTGRES.database()
                .useTransaction(handle ->
                        features.update(handle, PeopleInDatabase.deferred(person.profile(), List.of(order)), NOW));
        return person.profile();
    }

    private void defer(UUID profile) {
        POSTGRES.database()
                .useHandle(handle ->
                        handle.execute("update profile set deferred_at = ? where profile_id = ?", NOW, profile));
    }

    private double churn(UUID profile) {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery("select value from score where profile_id = :profile")
                        .bind("profile", profile)
                        .mapTo(Double.class)
                        .one());
    }

    private long number(String query) {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private RescoreJob job(Instant now) {
        return job(now, (handle, asOf, vectors, scores) -> followed.putAll(vectors));
    }

    private RescoreJob job(Instant now, Consequences consequences) {
        Encryption encryption = new KeysetFile(folder.resolve("keyset.json")).open();
        return new RescoreJob(
                POSTGRES.database(),
                new ProfileStore(encryption),
                features,
                scoring,
                consequences,
                refreshed::putAll,
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
