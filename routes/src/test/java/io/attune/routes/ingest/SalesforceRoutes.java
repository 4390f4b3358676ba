package io.attune.routes.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.database.Database;
import io.attune.ingest.WatermarkStore;
import io.attune.ingest.salesforce.SalesforceFailures;
import io.attune.ingest.salesforce.SalesforceLimits;
import io.attune.ingest.salesforce.SalesforcePages;
import io.attune.ingest.salesforce.SalesforceReader;
import io.attune.routes.HubRoutes;
import io.attune.routes.Leadership;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;

/**
 * One of the pollers of Salesforce with the route that reads, where the test answers for Salesforce: by default with a job
 * that is done and finds nothing, and with no changes.
 */
final class SalesforceRoutes implements AutoCloseable {
    static final String CREATE = "salesforce-read-create-job";
    static final String GET = "salesforce-read-get-job";
    static final String RESULTS = "salesforce-results-get";
    static final String QUERY = "salesforce-query-all";
    static final String MORE = "salesforce-more-get";
    static final String JOB = "750000000000001AAA";

    final Leadership leadership = new Leadership();
    final SalesforceLimits limits;
    private final HubRoutes routes;
    private final String poller;

    /** An answer of Salesforce: a body with headers, or a failure. */
    record Answer(String body, Map<String, String> headers) {}

    SalesforceRoutes(String poller, Database database) throws Exception {
        this.poller = poller;
        limits = new SalesforceLimits(0.8, Duration.ofMinutes(15), Ingest.CLOCK, new SimpleMeterRegistry());
        SalesforceReader reader = new SalesforceReader(
                new WatermarkStore(database, Ingest.CLOCK), () -> 1, limits, Ingest.CLOCK, Duration.ofMinutes(5));
        routes = HubRoutes.of(
                        "ingest/" + poller + ".camel.yaml",
                        "ingest/salesforce-read.camel.yaml",
                        "ingest/publish.camel.yaml")
                .bean("leadership", leadership)
                .bean("salesforceLimits", limits)
                .bean("salesforceReader", reader)
                .bean("salesforcePages", new SalesforcePages(Ingest.LIMITS.maximumTextLength()))
                .bean("salesforceFailures", new SalesforceFailures(reader, limits));
        Ingest.bind(routes);
        routes.feed(poller + "-poll")
                .mock("salesforce-read", CREATE, GET)
                .mock("salesforce-results", RESULTS)
                .mock("salesforce-query", QUERY)
                .mock("salesforce-more", MORE)
                .start();
        answer(CREATE, job("UploadComplete"));
        answer(GET, job("JobComplete"));
        answer(RESULTS, csv("null"));
        answer(QUERY, query(true, ""));
    }

    void poll() {
        routes.template().sendBody("direct:" + poller + "-poll-in", null);
    }

    /** What a step is answered, one after the other; the last one for ever. */
    void answer(String step, Answer... answers) {
        Deque<Answer> left = new ArrayDeque<>(List.of(answers));
        routes.at(step).whenAnyExchangeReceived(exchange -> {
            Answer answer = left.size() > 1 ? left.removeFirst() : left.getFirst();
            answer.headers().forEach(exchange.getMessage()::setHeader);
            exchange.getMessage().setBody(stream(answer.body()));
        });
    }

    void fail(String step, int status, String code) {
        routes.at(step).whenAnyExchangeReceived(exchange -> {
            throw new SalesforceException(List.of(new RestError(code, "told by the test")), status);
        });
    }

    List<JsonNode> records() {
        return Ingest.records(routes);
    }

    List<JsonNode> rejects() {
        return Ingest.rejects(routes);
    }

    /** How often a step was asked. */
    int asked(String step) {
        return routes.at(step).getReceivedCounter();
    }

    HubRoutes routes() {
        return routes;
    }

    static Answer job(String state) {
        return new Answer(
                "{\"id\":\"" + JOB + "\",\"state\":\"" + state + "\",\"createdDate\":\"2026-06-01T12:00:00.000+0000\","
                        + "\"errorMessage\":\"as the test said\"}",
                Map.of());
    }

    /**
     * A page of results.
     *
     * @param locator of the page that follows, or {@code null} as text
     */
    static Answer csv(String locator, String... lines) {
        return new Answer(
                String.join("\n", lines) + "\n",
                Map.of("Sforce-Locator", locator, "Sforce-NumberOfRecords", "" + Math.max(0, lines.length - 1)));
    }

    static Answer query(boolean done, String next, String... rows) {
        return new Answer(
                "{\"totalSize\":9,\"done\":" + done + (next.isEmpty() ? "" : ",\"nextRecordsUrl\":\"" + next + "\"")
                        + ",\"records\":[" + String.join(",", rows) + "]}",
                Map.of());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        routes.close();
    }
}
