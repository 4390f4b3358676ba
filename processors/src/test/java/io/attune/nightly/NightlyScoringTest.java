package io.attune.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hazelcast.core.HazelcastInstance;
import io.attune.configuration.Configuration;
import io.attune.configuration.HubConfiguration;
import io.attune.database.PostgresDatabase;
import io.attune.memory.LocalHazelcast;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everybody gets the score that the profile route would give, whoever of the nodes scores them, and whoever of them dies. */
class NightlyScoringTest {
    private static final Instant NOW = Instant.parse("2026-06-15T02:31:00Z");
    private static final int PROFILES = 3_000;
    private static final int CHUNK = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private final ModelRegistry registry = ModelRegistry.open(Path.of("../mojo-models/registry"));
    private final Map<UUID, Map<String, Double>> people = new HashMap<>();
    private final List<HazelcastInstance> members = new ArrayList<>();
    private final AtomicInteger finished = new AtomicInteger();
    private final String cluster = "nightly-" + UUID.randomUUID();

    @BeforeEach
    void everybody() {
        POSTGRES.clear();
        Random random = new Random(11);
        for (int person = 0; person < PROFILES; person++) {
            people.put(new UUID(random.nextLong(), random.nextLong()), vector(random));
        }
        POSTGRES.database().useTransaction(handle -> {
            PreparedBatch profiles = handle.prepareBatch(
                    "insert into profile (profile_id, created_at, changed_at) values (:id, :now, :now)");
            PreparedBatch vectors = handle.prepareBatch("""
                    insert into feature_vector (profile_id, as_of, features, release_hash)
                    values (:id, :now, cast(:features as jsonb), 'release')
                    """);
            people.forEach((id, vector) -> {
                profiles.bind("id", id).bind("now", NOW).add();
                vectors.bind("id", id)
                        .bind("now", NOW)
                        .bind("features", json(vector))
                        .add();
            });
            profiles.execute();
            vectors.execute();
        });
    }

    @AfterEach
    void stop() {
        members.forEach(member -> member.getLifecycleService().terminate());
    }

    @Test
    void twoNodesShareTheWorkAndScoreAsTheRouteDoes() {
        NightlyScoring first = node("first", NOW);
        node("second", NOW);

        first.start("eva", CHUNK);
        ScoreRun run = finish(first);

        assertThat(run.profilesDone()).isEqualTo(PROFILES);
        assertThat(run.chunksOfNodes()).containsOnlyKeys("first", "second");
        assertThat(finished).hasValue(1);
        expectTheScoresOfTheRoute(run);
    }

    @Test
    void aRunGoesOnWithoutANodeThatDiedFromTheChunksThatAreDone() {
        NightlyScoring first = node("first", NOW);
        node("second", NOW);

        first.start("eva", CHUNK);
        await().until(() -> first.newest().orElseThrow().chunksDone() > 4);
        members.get(1).getLifecycleService().terminate();
        ScoreRun run = finish(first);

        assertThat(run.chunksOfNodes().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(run.chunks());
        expectTheScoresOfTheRoute(run);
    }

    @Test
    void aRunThatNobodyWorksAtIsTakenUpAgain() {
        NightlyScoring first = node("first", NOW);
        new RunStore(POSTGRES.database(), UUID::randomUUID, Clock.systemUTC()).begin("release", "eva", CHUNK);
        assertThat(first.newest().orElseThrow().chunksDone()).isZero();

        first.look();

        expectTheScoresOfTheRoute(finish(first));
    }

    @Test
    void beginsAtItsHourAndOnceANight() {
        NightlyScoring night = node("first", NOW);
        night.look();
        UUID run = finish(night).id();
        night.look();
        assertThat(night.newest().orElseThrow().id()).isEqualTo(run);
        stop();

        NightlyScoring tomorrow = node("first", NOW.plus(Duration.ofDays(1)));
        tomorrow.look();
        assertThat(finish(tomorrow).id()).isNotEqualTo(run);
        stop();

        NightlyScoring noon = node("first", NOW.plus(Duration.ofHours(58)));
        UUID before = noon.newest().orElseThrow().id();
        noon.look();
        assertThat(noon.newest().orElseThrow().id()).isEqualTo(before);
    }

    @Test
    void anOlderVectorNeverTakesThePlaceOfANewerScore() {
        UUID someone = people.keySet().iterator().next();
        POSTGRES.database()
                .useHandle(handle -> handle.createUpdate("""
                        insert into score (profile_id, model, version, value, as_of, release_hash)
                        values (:id, 'churn', 'newer', 0.5, :later, 'release')
                        """)
                        .bind("id", someone)
                        .bind("later", NOW.plusSeconds(1))
                        .execute());
        NightlyScoring night = node("first", NOW);

        night.start("eva", PROFILES);
        finish(night);

        String version = POSTGRES.database()
                .inHandle(handle -> handle.createQuery(
                                "select version from score where profile_id = :id and model = 'churn'")
                        .bind("id", someone)
                        .mapTo(String.class)
                        .one());
        assertThat(version).isEqualTo("newer");
    }

    private static ScoreRun finish(NightlyScoring nightly) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> nightly.newest().orElseThrow().finishedAt().isPresent());
        return nightly.newest().orElseThrow();
    }

    private void expectTheScoresOfTheRoute(ScoreRun run) {
        Map<String, String> stored = POSTGRES.database()
                .inHandle(handle -> handle.createQuery(
                                "select profile_id, model, version, value, reason, release_hash from score")
                        .reduceResultSet(new HashMap<>(), (scores, row, context) -> {
                            Double value = row.getObject("value", Double.class);
                            assertThat(row.getString("release_hash")).isEqualTo("release");
                            scores.put(
                                    row.getString("profile_id") + " " + row.getString("model"),
                                    row.getString("version") + " "
                                            + (value == null ? row.getString("reason") : value.toString()));
                            return scores;
                        }));
        Map<String, String> expected = new HashMap<>();
        long scored = 0;
        for (Map.Entry<UUID, Map<String, Double>> person : people.entrySet()) {
            for (Scorer scorer : registry.champions()) {
                Score score = scorer.score(person.getValue());
                boolean value = score instanceof Score.Value;
                scored += value ? 1 : 0;
                expected.put(
                        person.getKey() + " " + score.model(),
                        score.version() + " "
                                + (score instanceof Score.Value said
                                        ? String.valueOf(said.value())
                                        : ((Score.Declined) score).reason()));
            }
        }
        assertThat(stored).isEqualTo(expected);
        assertThat(run.scored()).isEqualTo(scored).isPositive();
        assertThat(run.declined()).isEqualTo(expected.size() - scored).isPositive();
    }

    private NightlyScoring node(String name, Instant now) {
        HazelcastInstance member = LocalHazelcast.joining(cluster, name + "-" + cluster, members);
        members.add(member);
        HubConfiguration hub =
                Configuration.load(Map.of(), Map.of("attune.node-name", name)).hub();
        return new NightlyScoring(
                member,
                POSTGRES.database(),
                registry,
                () -> "release",
                hub,
                finished::incrementAndGet,
                UUID::randomUUID,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private Map<String, Double> vector(Random random) {
        Map<String, Double> vector = new HashMap<>();
        registry.champion("churn").orElseThrow().card().features().forEach(feature -> {
            if (random.nextInt(20) > 0) {
                vector.put(feature.name(), feature.mean() + feature.standardDeviation() * random.nextGaussian());
            }
        });
        return vector;
    }

    private static String json(Map<String, Double> vector) {
        try {
            return JSON.writeValueAsString(vector);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
