package io.attune.it.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.command.HubClient;
import io.attune.command.user.Role;
import io.attune.it.environment.AttuneCommand;
import io.attune.it.environment.AttuneCommand.Said;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.ManagementBeans;
import io.attune.it.load.TrackingClient;
import io.attune.it.oracle.RecordBooks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Records that failed, as an engineer mends and closes them by the command and in the console, and what is told of quality. */
@ExtendWith(EnvironmentExtension.class)
class RejectsByCommandIT {
    private static final String BEAN = "type=Rejects,name=all";

    private final Environment environment;
    private final HubClient engineer;
    private final ManagementBeans beans;
    private final RecordBooks books;

    @TempDir
    Path folder;

    RejectsByCommandIT(Environment environment) {
        this.environment = environment;
        this.engineer = environment.client(Role.ENGINEER);
        this.beans = new ManagementBeans(environment);
        this.books = new RecordBooks(environment.database());
    }

    @Test
    void theCommandListsShowsEditsReplaysAndResolves() throws Exception {
        AttuneCommand attune = new AttuneCommand(environment, folder);
        String message = "by-command-" + UUID.randomUUID();
        String id = fail(message);

        assertThat(attune.run(Role.VIEWER, "rejects", "list", "--source", "web", "--limit", "1000")
                        .text())
                .contains(id)
                .doesNotContain(message);
        assertThat(attune.run(Role.VIEWER, "rejects", "counts").text()).contains("SCHEMA_VIOLATED");
        Said notAllowed = attune.run(Role.VIEWER, "rejects", "show", id);
        assertThat(notAllowed.exit()).isNotZero();
        assertThat(notAllowed.text()).contains("answered 403").doesNotContain(message);
        assertThat(attune.run(Role.ENGINEER, "rejects", "show", id).text()).contains(message);

        Path mended = Files.writeString(folder.resolve("mended.json"), event(message, "\"Mended\""));
        Said edited = attune.run(Role.ENGINEER, "rejects", "edit", id, "--file", mended.toString());
        assertThat(edited.exit()).as(edited.text()).isZero();
        Said replayed = attune.run(Role.ENGINEER, "rejects", "replay", id);
        assertThat(replayed.exit()).as(replayed.text()).isZero();
        await().atMost(Duration.ofSeconds(60)).until(() -> books.events(List.of(message)) == 1);

        String other = fail("by-command-" + UUID.randomUUID());
        assertThat(attune.run(Role.ENGINEER, "rejects", "resolve", other).exit())
                .as("a reason is needed")
                .isNotZero();
        Said resolved = attune.run(Role.ENGINEER, "rejects", "resolve", other, "--reason", "a test of the supplier");
        assertThat(resolved.exit()).as(resolved.text()).isZero();
        assertThat(state(other)).isEqualTo("resolved");
    }

    @Test
    void theConsoleListsReplaysAndResolvesForEngineersAndSaysWho() {
        String message = "by-console-" + UUID.randomUUID();
        String id = fail(message);
        assertThat(beans.read(BEAN, "Open").asLong()).isPositive();
        assertThat(beans.read(BEAN, "Reasons").toString()).contains("SCHEMA_VIOLATED");
        assertThat(beans.call(Role.ENGINEER, BEAN, "list", "open", "web", "SCHEMA_VIOLATED", "", "")
                        .path("value")
                        .toString())
                .contains(id)
                .doesNotContain(message);
        for (Role role : List.of(Role.VIEWER, Role.MARKETER, Role.PRIVACY)) {
            assertThat(beans.call(role, BEAN, "replay", id).path("status").asInt())
                    .as("as " + role)
                    .isEqualTo(403);
        }

        assertThat(beans.call(Role.ENGINEER, BEAN, "replay", id).path("value").asText())
                .as("as it is, it fails again")
                .isEqualTo("open");
        engineer.put("/v1/rejects/" + id + "/edited", event(message, "\"Mended\""));
        assertThat(beans.call(Role.ENGINEER, BEAN, "replay", id).path("value").asText())
                .isEqualTo("replayed");
        await().atMost(Duration.ofSeconds(60)).until(() -> books.events(List.of(message)) == 1);
        String other = fail("by-console-" + UUID.randomUUID());
        assertThat(beans.call(Role.ENGINEER, BEAN, "resolve", other, "a test")
                        .path("value")
                        .asText())
                .isEqualTo("resolved");
        assertThat(engineer.get("/v1/rejects/" + other).at("/reject/resolvedBy").asText())
                .isEqualTo(environment.user(Role.ENGINEER).user());
    }

    @Test
    void aViewerReadsFiguresAndAlertsAndIsToldWhatIsAmissInTheQuestion() {
        HubClient viewer = environment.client(Role.VIEWER);
        fail("figures-" + UUID.randomUUID());
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            JsonNode hours = viewer.get("/v1/quality/history?source=web&by=hour");
            assertThat(hours.path(0).path("rejects").asLong()).isPositive();
        });
        assertThat(viewer.get("/v1/quality/alerts").isArray()).isTrue();
        assertThat(viewer.get("/v1/quality/alerts?open=true").isArray()).isTrue();
        for (String amiss : List.of(
                "/v1/quality?span=yesterday",
                "/v1/quality?span=P91D",
                "/v1/quality/history",
                "/v1/quality/history?source=web&by=week",
                "/v1/quality/history?source=web&from=noon",
                "/v1/rejects?state=lost",
                "/v1/rejects?limit=0",
                "/v1/rejects?source=%00",
                "/v1/rejects?from=noon")) {
            assertThatThrownBy(() -> viewer.get(amiss)).as(amiss).hasMessageContaining("answered 400");
        }
        assertThatThrownBy(() -> engineer.post("/v1/rejects/resolve?reason=all"))
                .as("not everything is closed at once")
                .hasMessageContaining("answered 400");
        assertThatThrownBy(() -> viewer.post("/v1/rejects/replay?source=web")).hasMessageContaining("answered 403");
    }

    /** Sends an event whose name is a number, and answers the reject that becomes of it. */
    private String fail(String message) {
        String body = "{\"batch\":[" + event(message, "7") + "]}";
        TrackingClient.of(environment).post("batch", body.getBytes(StandardCharsets.UTF_8));
        return await().atMost(Duration.ofSeconds(60)).until(() -> find(message), each -> !each.isEmpty());
    }

    private static String event(String message, String name) {
        return "{\"type\":\"track\",\"messageId\":\"" + message + "\",\"userId\":\"u-by-command\",\"event\":" + name
                + "}";
    }

    private String find(String message) {
        for (JsonNode reject : engineer.get("/v1/rejects?source=web&code=SCHEMA_VIOLATED&limit=20")) {
            String id = reject.path("id").asText();
            if (engineer.get("/v1/rejects/" + id).path("original").asText().contains(message)) {
                return id;
            }
        }
        return "";
    }

    private String state(String id) {
        return engineer.get("/v1/rejects/" + id).at("/reject/state").asText();
    }
}
