package io.attune.routes.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import io.attune.routes.Leadership;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private final Leadership leadership = new Leadership();
    private final Job job = new Job();
    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = HubRoutes.of("jobs/identity.camel.yaml")
                .bean("leadership", leadership)
                .bean("identityMatching", job)
                .feed("jobs-identity")
                .start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void runsOnTheLeaderOnly() {
        tick();
        assertThat(job.runs).hasValue(1);

        leadership.lose();
        tick();
        assertThat(job.runs).hasValue(1);
    }

    @Test
    void failureEndsTheRunAndTheNextOneWorks() {
        job.failing = true;
        assertThat(tick().getException()).as("handled").isNull();

        job.failing = false;
        tick();
        assertThat(job.runs).hasValue(1);
    }

    private Exchange tick() {
        return routes.template().request("direct:jobs-identity-in", exchange -> {});
    }

    /** Stands for the job. */
    public static final class Job {
        private final AtomicInteger runs = new AtomicInteger();
        private boolean failing;

        public int tend() {
            if (failing) {
                throw new IllegalStateException("no database");
            }
            return runs.incrementAndGet();
        }
    }
}
