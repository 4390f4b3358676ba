package io.attune.routes.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import org.junit.jupiter.api.Test;

class UnsubscribeTest {
    @Test
    void reportOfUnsubscribeGoesToKafkaBeforeItIsAnswered() throws Exception {
        try (HubRoutes routes =
                Reports.of("feedback/unsubscribe.camel.yaml", "feedback-unsubscribe", "feedback-unsubscribe-page")) {
            assertThat(Reports.status(Reports.report(routes, "feedback-unsubscribe", "x")))
                    .isEqualTo(200);
            assertThat(routes.bodiesAt("feedback-records-to-kafka")).containsExactly("unsubscribe x");
        }
    }

    @Test
    void unsubscribePageIsAnsweredAndChangesNothing() throws Exception {
        try (HubRoutes routes =
                Reports.of("feedback/unsubscribe.camel.yaml", "feedback-unsubscribe", "feedback-unsubscribe-page")) {
            assertThat(Reports.status(Reports.report(routes, "feedback-unsubscribe-page", "")))
                    .isEqualTo(200);
            assertThat(routes.bodiesAt("feedback-records-to-kafka")).isEmpty();
        }
    }

    @Test
    void withoutKafkaTheSenderIsToldToReportAgain() throws Exception {
        try (HubRoutes routes =
                Reports.of("feedback/unsubscribe.camel.yaml", "feedback-unsubscribe", "feedback-unsubscribe-page")) {
            routes.at("feedback-records-to-kafka").whenAnyExchangeReceived(exchange -> {
                throw new IllegalStateException("no broker");
            });

            assertThat(Reports.status(Reports.report(routes, "feedback-unsubscribe", "x")))
                    .isEqualTo(503);
        }
    }
}
