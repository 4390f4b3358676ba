package io.attune.routes.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SalesforceTest {
    private final Channel channel = new Channel();
    private final Limits limits = new Limits();
    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = HubRoutes.of("deliver/salesforce.camel.yaml")
                .bean("outbox", channel)
                .bean("salesforceProjection", channel)
                .bean("salesforceLimits", limits)
                .bean("salesforceFailures", limits)
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

    @Test
    void answersAreReadForTheCallsThatAreLeft() {
        channel.due = List.of("batch 1");

        project();

        assertThat(limits.noted).isEqualTo(1);
        assertThat(limits.pauses).isZero();
    }

    @Test
    void usedUpCallsBeginAPause() {
        limits.exhausted = true;
        routes.at("deliver-salesforce-call").whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("REQUEST_LIMIT_EXCEEDED");
        });
        channel.due = List.of("batch 1");

        project();

        assertThat(limits.pauses).isEqualTo(1);
        assertThat(channel.outcomes).containsExactly("batch 1 REQUEST_LIMIT_EXCEEDED");
    }

    @Test
    void nothingIsSentWhileAPauseLasts() {
        channel.permitted = false;
        channel.due = List.of("batch 1");

        project();

        assertThat(routes.at("deliver-salesforce-call").getExchanges()).isEmpty();
        assertThat(channel.outcomes).hasSize(1);
    }

    /** Stands for what watches the organization's calls. */
    public static final class Limits {
        private boolean exhausted;
        private int noted;
        private int pauses;

        public void note() {
            noted++;
        }

        public boolean isExhausted() {
            return exhausted;
        }

        public void pause() {
            pauses++;
        }
    }

    private void project() {
        routes.template().sendBody("direct:deliver-salesforce-project-in", null);
    }
}
