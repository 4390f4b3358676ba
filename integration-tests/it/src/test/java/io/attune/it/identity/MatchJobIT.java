package io.attune.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.command.HubClient;
import io.attune.command.user.Role;
import io.attune.it.environment.AttuneCommand;
import io.attune.it.environment.AttuneCommand.Said;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.ManagementBeans;
import io.attune.it.load.TrackingClient;
import io.attune.it.oracle.RecordBooks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole store is matched in a running server, as an engineer asks for it, and is learned from. */
@ExtendWith(EnvironmentExtension.class)
class MatchJobIT {
    private static final int PEOPLE = 60;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEAN = "type=Job,name=match";

    private final Environment environment;
    private final HubClient engineer;
    private final JsonNode expected;

    @TempDir
    Path folder;

    MatchJobIT(Environment environment) {
        this.environment = environment;
        this.engineer = environment.client(Role.ENGINEER);
        this.expected = learned();
    }

    @BeforeEach
    void peopleToLearnFrom() {
        List<String> messages = new ArrayList<>();
        ArrayNode batch = JSON.createArrayNode();
        Random random = new Random(7);
        for (int person = 0; person < PEOPLE; person++) {
            String who = "matched-" + person;
            messages.add(who);
            ObjectNode event = batch.addObject()
                    .put("type", "identify")
                    .put("messageId", who)
                    .put("anonymousId", who);
            event.putObject("traits")
                    .put("firstName", List.of("Julia", "Noah", "Thea", "Oliver").get(person % 4))
                    .put(
                            "lastName",
                            random.ints(9, 'a', 'z' + 1)
                                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                    .toString())
                    .put(
                            "birthday",
                            String.format(
                                    Locale.ROOT,
                                    "19%02d-%02d-%02d",
                                    40 + person % 60,
                                    1 + person % 12,
                                    1 + person % 28));
        }
        TrackingClient.of(environment).post("batch", JSON.createObjectNode().set("batch", batch));
        RecordBooks books = new RecordBooks(environment.database());
        await().atMost(Duration.ofSeconds(60)).until(() -> books.events(messages) == PEOPLE);
    }

    /** Other tests rely on the weights that are expected before anything was learned. */
    @AfterEach
    void forgetWhatWasLearned() {
        environment.database().useHandle(handle -> handle.execute("delete from match_model"));
        await().atMost(Duration.ofSeconds(30)).until(() -> learned().equals(expected));
    }

    @Test
    void anEngineerHasTheStoreMatchedOverRest() {
        assertThatThrownBy(() -> environment.client(Role.VIEWER).post("/v1/jobs/match"))
                .hasMessageContaining("answered 403");
        JsonNode run = engineer.post("/v1/jobs/match");
        assertThat(run.path("phase").asText()).as(run.toString()).isEqualTo("done");
        assertThat(run.path("actor").asText())
                .isEqualTo(environment.user(Role.ENGINEER).user());
        assertThat(engineer.get("/v1/jobs/match").path(0).path("id")).isEqualTo(run.path("id"));
        JsonNode model = environment.client(Role.PRIVACY).get("/v1/matches/model");
        assertThat(model.path("version").asLong()).isPositive();
        assertThat(model.path("nodes").asLong()).isGreaterThanOrEqualTo(PEOPLE);
        assertThatThrownBy(() -> environment.client(Role.PRIVACY).get("/v1/jobs/match"))
                .hasMessageContaining("answered 403");
    }

    /** By night: each run matches whatever other tests have left in the store. */
    @Test
    @Tag("nightly")
    void anEngineerHasTheStoreMatchedByTheCommandAndInTheConsole() {
        Said first = new AttuneCommand(environment, folder).run(Role.ENGINEER, "identity", "match");
        assertThat(first.exit()).as(first.text()).isZero();
        Said again = new AttuneCommand(environment, folder).run(Role.ENGINEER, "identity", "match");
        assertThat(again.exit()).as(again.text()).isZero();
        assertThat(again.text()).contains("\"phase\" : \"done\"", "\"joined\" : 0");

        ManagementBeans beans = new ManagementBeans(environment);
        assertThat(beans.read(BEAN, "Phase").asText()).isEqualTo("done");
        assertThat(beans.call(Role.PRIVACY, BEAN, "start", "web").path("status").asInt())
                .isEqualTo(403);
        String asked =
                beans.call(Role.ENGINEER, BEAN, "start", "web").path("value").asText();
        JsonNode begun = engineer.post("/v1/jobs/match");
        assertThat(begun.path("id").asText())
                .as("whoever comes first begins what was asked for")
                .isEqualTo(asked);
        assertThat(begun.path("phase").asText()).isEqualTo("done");
        assertThat(begun.path("source").asText()).isEqualTo("web");
    }

    private JsonNode learned() {
        return environment.client(Role.PRIVACY).get("/v1/matches/model").path("learned");
    }
}
