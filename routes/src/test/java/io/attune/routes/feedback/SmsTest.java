package io.attune.routes.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import org.junit.jupiter.api.Test;

class SmsTest {
    @Test
    void reportOfTwilioStatusGoesToKafkaBeforeItIsAnswered() throws Exception {
        try (HubRoutes routes =
                Reports.of("feedback/sms.camel.yaml", "feedback-twilio-status", "feedback-twilio-inbound")) {
            assertThat(Reports.status(Reports.report(routes, "feedback-twilio-status", "x")))
                    .isEqualTo(200);
            assertThat(routes.bodiesAt("feedback-records-to-kafka")).containsExactly("status x");
        }
    }

    @Test
    void reportOfTwilioInboundGoesToKafkaBeforeItIsAnswered() throws Exception {
        try (HubRoutes routes =
                Reports.of("feedback/sms.camel.yaml", "feedback-twilio-status", "feedback-twilio-inbound")) {
            assertThat(Reports.status(Reports.report(routes, "feedback-twilio-inbound", "x")))
                    .isEqualTo(200);
            assertThat(routes.bodiesAt("feedback-records-to-kafka")).containsExactly("inbound x");
        }
    }

    @Test
    void withoutKafkaTheSenderIsToldToReportAgain() throws Exception {
        try (HubRoutes routes =
                Reports.of("feedback/sms.camel.yaml", "feedback-twilio-status", "feedback-twilio-inbound")) {
            routes.at("feedback-records-to-kafka").whenAnyExchangeReceived(exchange -> {
                throw new IllegalStateException("no broker");
            });

            assertThat(Reports.status(Reports.report(routes, "feedback-twilio-status", "x")))
                    .isEqualTo(503);
        }
    }
}
