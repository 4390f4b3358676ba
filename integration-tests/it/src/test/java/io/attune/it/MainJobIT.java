package io.attune.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.load.TrackingClient;
import io.attune.record.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EnvironmentExtension.class)
class MainJobIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void keepsAnEventThatAWebShopReports(Environment environment) {
        String message = "main-job-" + UUID.randomUUID();
        ObjectNode event = JSON.createObjectNode();
        event.put("type", "track")
                .put("messageId", message)
                .put("userId", "shopper-1")
                .put("event", "Product Viewed")
                .put("timestamp", Instant.now().toString());
        event.putObject("properties").put("product_id", "P-1").put("name", "Kettle");

        var answer = TrackingClient.of(environment).post("track", event);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(events(environment, message)).isEqualTo(1));
    }

    private static long events(Environment environment, String message) {
        return environment
                .database()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from event where record_id = :record and type = 'Product Viewed'")
                        .bind("record", RecordId.of("web:" + message))
                        .mapTo(Long.class)
                        .one());
    }
}
