package io.attune.routes.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SalesforceTest {
    private final Channel channel = new Channel();
    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = HubRoutes.of("deliver/salesforce.camel.yaml")
                .bean("outbox", channel)
                .bean("salesforceProjection", channel)
                .onlyFed("deliver-salesforce-project")
                .mock("deliver-salesforce-send", "deliver-salesforce-call")
                .start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void everyBatchIsOneCall() {
        channel.due = List.of("batch 1", "batch 2");

        project();

        assertThat(routes.at("deliver-salesforce-call").getExchanges()).hasSize(2);
        assertThat(channel.outcomes).containsExactly("batch 1 answered", "batch 2 answered");
    }

    @Test
    void failedCallReachesTheOutcomeAndTheNextBatchGoesOut() {
        routes.at("deliver-salesforce-call").whenExchangeReceived(1, exchange -> {
            throw new IllegalStateException("UNABLE_TO_LOCK_ROW");
        });
        channel.due = List.of("batch 1", "batch 2");

        project();

        assertThat(channel.outcomes).containsExactly("batch 1 UNABLE_TO_LOCK_ROW", "batch 2 answered");
    }

    @Test
    void withNothingToWriteItWaits() {
        project();

        assertThat(channel.waits).containsExactly("projection-salesforce");
    }

    private void project() {
        routes.template().sendBody("direct:deliver-salesforce-project-in", null);
    }
}
