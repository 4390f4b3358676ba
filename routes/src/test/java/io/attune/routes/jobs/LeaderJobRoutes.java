package io.attune.routes.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import io.attune.routes.Leadership;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every job of the node that leads must do; each has a test that extends this one. */
abstract class LeaderJobRoutes {
    final Job job = new Job();

    private final String name;
    private final String bean;
    private final Leadership leadership = new Leadership();
    private HubRoutes routes;

    LeaderJobRoutes(String name, String bean) {
        this.name = name;
        this.bean = bean;
    }

    /** What the route calls beside the job, by the beans' names. */
    Map<String, Job> others() {
        return Map.of();
    }

    @BeforeEach
    void startJob() throws Exception {
        routes = HubRoutes.of("jobs/" + name + ".camel.yaml")
                .bean("leadership", leadership)
                .bean(bean, job);
        others().forEach(routes::bean);
        routes.feed("jobs-" + name).start();
    }

    @AfterEach
    void stopJob() {
        routes.close();
    }

    @Test
    void runsOnTheLeaderOnly() {
        tick();
        assertThat(job.runs()).isEqualTo(1);

        leadership.lose();
        tick();
        assertThat(job.runs()).isEqualTo(1);
        assertThat(others().values())
                .allSatisfy(other -> assertThat(other.runs()).isEqualTo(1));
    }

    @Test
    void failureEndsTheRunAndTheNextOneWorks() {
        job.fail();
        assertThat(tick().getException()).as("handled").isNull();

        job.recover();
        tick();
        assertThat(job.runs()).isEqualTo(1);
    }

    Exchange tick() {
        return routes.template().request("direct:jobs-" + name + "-in", exchange -> {});
    }
}
