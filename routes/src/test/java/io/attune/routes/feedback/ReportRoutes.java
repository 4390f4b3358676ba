package io.attune.routes.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every way in for reports must do; each has a test that extends this one. */
abstract class ReportRoutes {
    private static final String KAFKA = "feedback-records-to-kafka";

    private final String file;
    private final Map<String, String> reports;
    private final List<String> asking;
    private HubRoutes routes;

    /**
     * Of one file.
     *
     * @param reports routes that take reports, each with what its reports become
     * @param asking routes that only answer
     */
    ReportRoutes(String file, Map<String, String> reports, String... asking) {
        this.file = file;
        this.reports = reports;
        this.asking = List.of(asking);
    }

    @BeforeEach
    void start() throws Exception {
        List<String> all = new ArrayList<>(reports.keySet());
        all.addAll(asking);
        routes = Reports.of(file, all.toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void reportGoesToKafkaBeforeItIsAnswered() {
        reports.forEach((route, kind) -> {
            assertThat(report(route, route)).as(route).isEqualTo(200);
            assertThat(routes.bodiesAt(KAFKA)).as(route).contains(kind + " " + route);
        });
        assertThat(routes.bodiesAt(KAFKA)).hasSize(reports.size());
    }

    @Test
    void whatOnlyAsksIsAnsweredAndChangesNothing() {
        assertThat(asking).allSatisfy(route -> assertThat(report(route, "")).isEqualTo(200));
        assertThat(routes.bodiesAt(KAFKA)).isEmpty();
    }

    @Test
    void withoutKafkaTheSenderIsToldToReportAgain() {
        routes.at(KAFKA).whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("no broker");
        });

        assertThat(reports.keySet())
                .allSatisfy(route -> assertThat(report(route, "x")).isEqualTo(503));
    }

    private int report(String route, String body) {
        return Reports.status(Reports.report(routes, route, body));
    }
}
