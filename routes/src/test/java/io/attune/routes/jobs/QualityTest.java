package io.attune.routes.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import io.attune.routes.Leadership;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QualityTest {
    private static final String CALL = "jobs-quality-webhook-call";

    private final Leadership leadership = new Leadership();
    private final Job job = new Job();
    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = HubRoutes.of("jobs/quality.camel.yaml")
                .bean("leadership", leadership)
                .bean("quality", job)
                .onlyFed("jobs-quality", "jobs-quality-retention", "jobs-quality-webhook")
                .mock("jobs-quality-webhook", CALL)
                .start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void everyNodeRunsEveryMinute() {
        leadership.lose();
        tick("jobs-quality");

        assertThat(job.done).containsExactly("run");
    }

    @Test
    void theLeaderForgets() {
        tick("jobs-quality-retention");
        leadership.lose();
        tick("jobs-quality-retention");

        assertThat(job.done).containsExactly("forget");
    }

    @Test
    void everyAlertIsToldAndNotedOnce() {
        job.untold.addAll(List.of("one", "two"));

        tick("jobs-quality-webhook");

        assertThat(routes.bodiesAt(CALL)).containsExactly("request one", "request two");
        assertThat(job.done).containsExactly("told", "told");
    }

    @Test
    void whatTheWebhookDoesNotTakeIsNotNotedAndTheRestWaits() {
        job.untold.addAll(List.of("one", "two"));
        routes.at(CALL).whenAnyExchangeReceived(exchange -> {
            throw new IOException("503");
        });

        assertThat(tick("jobs-quality-webhook").getException()).as("handled").isNull();

        assertThat(job.done).isEmpty();
        assertThat(routes.bodiesAt(CALL)).doesNotContain("request two");
    }

    private Exchange tick(String route) {
        return routes.template().request("direct:" + route + "-in", exchange -> {});
    }

    /** Stands for the job. */
    public static final class Job {
        private final List<String> untold = new ArrayList<>();
        private final List<String> done = new ArrayList<>();

        public void run() {
            done.add("run");
        }

        public int forget() {
            done.add("forget");
            return 1;
        }

        public List<String> untold() {
            return untold;
        }

        public void request(Exchange exchange) {
            exchange.getMessage().setBody("request " + exchange.getMessage().getBody(String.class));
        }

        public void told(Exchange exchange) {
            done.add("told");
        }
    }
}
