package io.attune.routes.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

class OutboxTest {

    /** Counts its runs; the first fails. */
    public static final class Recovery {
        private final AtomicInteger runs = new AtomicInteger();

        public int run() {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is away");
            }
            return 3;
        }
    }

    @Test
    void looksAfterWhatDeadNodesLeftAgainAndAgain() throws Exception {
        Recovery recovery = new Recovery();
        try (HubRoutes routes = HubRoutes.of("jobs/outbox.camel.yaml")
                .bean("recovery", recovery)
                .feed("jobs-outbox")
                .start()) {
            routes.template().send("direct:jobs-outbox-in", exchange -> {});
            Exchange second = routes.template().send("direct:jobs-outbox-in", exchange -> {});

            assertThat(recovery.runs).hasValue(2);
            assertThat(second.getException()).isNull();
            assertThat(second.getMessage().getBody()).isEqualTo(3);
        }
    }
}
