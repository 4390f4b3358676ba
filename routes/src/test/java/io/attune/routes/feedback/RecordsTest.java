package io.attune.routes.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.junit.jupiter.api.Test;

class RecordsTest {
    @Test
    void recordsAreKeyedAndTheSenderIsAnsweredAfterwards() throws Exception {
        try (HubRoutes routes = Reports.of("feedback/sms.camel.yaml")) {
            Exchange answer = send(routes);

            assertThat(answer.getMessage().getBody()).isEqualTo("done");
            assertThat(routes.at("feedback-records-to-kafka").getExchanges())
                    .extracting(sent -> sent.getMessage().getHeader(KafkaConstants.KEY))
                    .containsExactly("email:a", "email:b");
            assertThat(routes.bodiesAt("feedback-records-to-kafka")).containsExactly("{1}", "{2}");
        }
    }

    @Test
    void failureOfKafkaReachesTheCaller() throws Exception {
        try (HubRoutes routes = Reports.of("feedback/sms.camel.yaml")) {
            routes.at("feedback-records-to-kafka").whenAnyExchangeReceived(exchange -> {
                throw new IllegalStateException("no broker");
            });

            assertThat(send(routes).getException()).hasRootCauseMessage("no broker");
        }
    }

    private static Exchange send(HubRoutes routes) {
        return routes.template()
                .request(
                        "direct:feedback-records",
                        exchange -> exchange.getMessage()
                                .setBody(List.of(
                                        new Reports.Report("email:a", "{1}"), new Reports.Report("email:b", "{2}"))));
    }
}
