package io.attune.routes.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import io.attune.routes.Leadership;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttributesTest {
    private final Leadership leadership = new Leadership();
    private final Storage storage = new Storage();
    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = HubRoutes.of("jobs/attributes.camel.yaml")
                .bean("leadership", leadership)
                .bean("attributes", storage)
                .feed("jobs-attributes")
                .start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void runsOnTheLeaderOnly() {
        tick();
        assertThat(storage.runs).hasValue(1);

        leadership.lose();
        tick();
        assertThat(storage.runs).hasValue(1);
    }

    @Test
    void failureEndsTheRunAndTheNextOneWorks() {
        storage.failing = true;
        assertThat(tick().getException()).as("handled").isNull();

        storage.failing = false;
        tick();
        assertThat(storage.runs).hasValue(1);
    }

    private Exchange tick() {
        return routes.template().request("direct:jobs-attributes-in", exchange -> {});
    }

    /** Stands for what stores attributes. */
    public static final class Storage {
        private final AtomicInteger runs = new AtomicInteger();
        private boolean failing;

        public long tend() {
            if (failing) {
                throw new IllegalStateException("no database");
            }
            return runs.incrementAndGet();
        }
    }
}
