package io.attune.it.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.command.HubClient;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.Http;
import io.attune.it.load.TrackingClient;
import io.attune.it.oracle.RecordBooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A record that failed, as an engineer finds, mends and replays it over REST, and what the figures of its source say. */
@ExtendWith(EnvironmentExtension.class)
class MendedRejectIT {
    private final Environment environment;

    MendedRejectIT(Environment environment) {
        this.environment = environment;
    }

    @Test
    void aRejectIsEditedReplayedTwiceAndIsOneEvent() {
        HubClient engineer = environment.client(Role.ENGINEER);
        RecordBooks books = new RecordBooks(environment.database());
        String message = "mended-" + UUID.randomUUID();
        String broken = "{\"type\":\"track\",\"messageId\":\"" + message + "\",\"userId\":\"u-mended\",\"event\":7}";
        assertThat(TrackingClient.of(environment)
                        .post("batch", ("{\"batch\":[" + broken + "]}").getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        String id =
                await().atMost(Duration.ofSeconds(60)).until(() -> find(engineer, message), each -> !each.isEmpty());

        assertThatThrownBy(() -> environment.client(Role.VIEWER).get("/v1/rejects/" + id))
                .hasMessageContaining("403");
        assertThat(engineer.post("/v1/rejects/" + id + "/replay").path("state").asText())
                .as("as it is, it fails again")
                .isEqualTo("open");
        engineer.put("/v1/rejects/" + id + "/edited", broken.replace(":7}", ":\"Mended\"}"));
        assertThat(engineer.post("/v1/rejects/" + id + "/replay").path("state").asText())
                .isEqualTo("replayed");
        assertThat(engineer.post("/v1/rejects/" + id + "/replay").path("state").asText())
                .isEqualTo("replayed");

        await().atMost(Duration.ofSeconds(60)).until(() -> books.events(List.of(message)) == 1);
        assertThat(books.inLedger(List.of(message))).isEqualTo(1);
        JsonNode shown = engineer.get("/v1/rejects/" + id);
        assertThat(shown.path("original").asText()).contains("\"event\":7");
        assertThat(shown.path("edits").get(0).path("editedBy").asText())
                .isEqualTo(environment.user(Role.ENGINEER).user());
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            JsonNode web = environment
                    .client(Role.VIEWER)
                    .get("/v1/quality?source=web")
                    .path(0);
            assertThat(web.path("rejects").asLong()).isPositive();
            assertThat(web.path("records").asLong()).isPositive();
            assertThat(metrics()).contains("attune_quality_records{source=\"web\"");
        });
    }

    private static String find(HubClient engineer, String message) {
        for (JsonNode reject : engineer.get("/v1/rejects?source=web&code=SCHEMA_VIOLATED&limit=1000")) {
            String id = reject.path("id").asText();
            if (engineer.get("/v1/rejects/" + id).path("original").asText().contains(message)) {
                return id;
            }
        }
        return "";
    }

    private String metrics() {
        return Http.send(Http.request(environment.nodes().first().node().url().resolve("/metrics"))
                        .header("Authorization", Http.basic(environment.user(Role.VIEWER)))
                        .build())
                .body();
    }
}
