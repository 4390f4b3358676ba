package io.attune.it.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.command.HubClient;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.ManagementBeans;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Scorer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody is scored by the job in a running server: begun by the clock, over REST and in the console, and through a kill. */
@ExtendWith(EnvironmentExtension.class)
class NightlyScoringIT {
    /** More than two chunks of ten thousand. */
    private static final int PEOPLE = 25_000;

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String BEAN = "type=Job,name=score";

    private final Environment environment;
    private final HubClient engineer;
    private final ManagementBeans beans;
    private final Scorer churn;

    NightlyScoringIT(Environment environment) {
        this.environment = environment;
        this.engineer = environment.client(Role.ENGINEER);
        this.beans = new ManagementBeans(environment);
        this.churn = ModelRegistry.open(environment.home().resolve("mojo-models/registry"))
                .champion("churn")
                .orElseThrow();
    }

    /** The environment's first node starts when its nightly run is due, so that the clock has begun one. */
    @BeforeEach
    void theClockHasBegunOneByItself() {
        await().atMost(SOON).until(() -> begunByTheClock() == 1);
        await().atMost(SOON).until(() -> isFinished(engineer.get("/v1/jobs/score")));
    }

    @Test
    void aRunThatTheServersDeathInterruptsGoesOnAndScoresAsTheRouteDoes() throws SQLException {
        try (Population people = Population.of(environment.database(), PEOPLE, churn)) {
            assertThatThrownBy(() -> environment.client(Role.VIEWER).post("/v1/jobs/score"))
                    .hasMessageContaining("answered 403");
            String run;
            try (Connection inTheWay = standInTheWayOf(people.last())) {
                JsonNode begun = engineer.post("/v1/jobs/score");
                run = begun.path("id").asText();
                assertThat(begun.path("profiles").asLong()).isGreaterThanOrEqualTo(PEOPLE);
                await().atMost(SOON).untilAsserted(() -> {
                    JsonNode progress = environment.client(Role.VIEWER).get("/v1/jobs/score");
                    assertThat(progress.path("chunksDone").asInt())
                            .isPositive()
                            .isEqualTo(progress.path("chunks").asInt() - 1);
                    assertThat(progress.path("percent").asDouble()).isBetween(10.0, 99.9);
                });
                assertThat(engineer.post("/v1/jobs/score").path("id").asText())
                        .as("one run at a time")
                        .isEqualTo(run);
                environment.nodes().killFirst();
                inTheWay.rollback();
            } finally {
                environment.nodes().startFirst();
            }
            assertThat(isFinished(engineer.get("/v1/jobs/score"))).isFalse();

            assertThat(beans.call(Role.VIEWER, BEAN, "start").path("status").asInt())
                    .isEqualTo(403);
            assertThat(beans.call(Role.ENGINEER, BEAN, "start").path("value").asText())
                    .as("it goes on with the same run")
                    .isEqualTo(run);
            await().atMost(SOON).until(() -> isFinished(engineer.get("/v1/jobs/score")));

            JsonNode finished = engineer.get("/v1/jobs/score");
            assertThat(finished.path("id").asText()).isEqualTo(run);
            assertThat(finished.path("startedBy").asText())
                    .isEqualTo(environment.user(Role.ENGINEER).user());
            assertThat(finished.path("profilesDone")).isEqualTo(finished.path("profiles"));
            assertThat(beans.read(BEAN, "Percent").asDouble()).isEqualTo(100);
            assertThat(people.judged()).isEqualTo(PEOPLE);
            assertThat(people.differences(churn)).isEmpty();
        }
    }

    /** A transaction that has written the score of somebody, and has not ended: whoever writes that score waits for it. */
    private Connection standInTheWayOf(UUID profile) throws SQLException {
        Connection connection = environment.sandbox().hubDatabase().getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into score (profile_id, model, version, value, as_of, release_hash)
                values (?, 'churn', 'it', 0, now(), 'it')
                """)) {
            insert.setObject(1, profile);
            insert.executeUpdate();
        }
        return connection;
    }

    private long begunByTheClock() {
        return environment
                .database()
                .withHandle(handle -> handle.createQuery("select count(*) from score_run where started_by = 'clock'")
                        .mapTo(Long.class)
                        .one());
    }

    private static boolean isFinished(JsonNode run) {
        return !run.path("finishedAt").isNull();
    }
}
