package io.attune.routes.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import io.attune.routes.Leadership;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RescoreTest {
    private final Leadership leadership = new Leadership();
    private final Job upkeep = new Job();
    private final Job job = new Job();
    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = HubRoutes.of("jobs/rescore.camel.yaml")
                .bean("leadership", leadership)
                .bean("upkeep", upkeep)
                .bean("rescore", job)
                .feed("jobs-rescore")
                .start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void runsOnTheLeaderOnly() {
        tick();
        assertThat(upkeep.runs).hasValue(1);
        assertThat(job.runs).hasValue(1);

        leadership.lose();
        tick();
        assertThat(upkeep.runs).hasValue(1);
        assertThat(job.runs).hasValue(1);
    }

    @Test
    void scoresNobodyByTheFeaturesOfAnUpkeepThatFailed() {
        upkeep.failing = true;
        assertThat(tick().getException()).as("handled").isNull();
        assertThat(job.runs).hasValue(0);

        upkeep.failing = false;
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
        return routes.template().request("direct:jobs-rescore-in", exchange -> {});
    }

    /** Stands for the job. */
    public static final class Job {
        private final AtomicInteger runs = new AtomicInteger();
        private boolean failing;

        public int run() {
            if (failing) {
                throw new IllegalStateException("no database");
            }
            return runs.incrementAndGet();
        }
    }
}
