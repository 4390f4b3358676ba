package io.attune.quality.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What a webhook is told, and how it knows by whom. */
class AlertWebhookTest extends QualityHours {
    @Test
    void theWebhookIsToldOfBothEndsOnce() throws Exception {
        now("web", 80, 20);
        QualityAlerts alerts = alerts(rejectRate(0.1));
        alerts.evaluate();
        alerts.evaluate();
        assertThat(names(alerts.untold())).containsExactly("web opened");
        assertThat(names(alerts.untold())).as("until it is told").containsExactly("web opened");
        alerts.told(alerts.untold().get(0));
        assertThat(alerts.untold()).isEmpty();
        now("web", 100, 0);
        for (int minute = 0; minute < 3; minute++) {
            alerts.evaluate();
        }
        assertThat(names(alerts.untold())).containsExactly("web closed");

        AlertWebhook webhook = new AlertWebhook("secret", clock);
        String body = webhook.body(alerts.untold().get(0));
        JsonNode json = new ObjectMapper().readTree(body);
        assertThat(json.path("type").asText()).isEqualTo("quality.alert.closed");
        assertThat(json.path("alert").asText()).isEqualTo("many-rejects");
        assertThat(json.path("closedAt").asText()).isEqualTo(clock.instant().toString());
    }

    /** By {@code printf '1781526600.{}' | openssl dgst -sha256 -hmac secret}. */
    @Test
    void theSignatureIsThatOfOthersTools() {
        assertThat(new AlertWebhook("secret", clock).signature("{}"))
                .isEqualTo("t=1781526600,v1=8cf38e27a1b42c18a2e06f73d35a3aae648e00b8a06e8b6809daeb5bcafe097f");
    }
}
