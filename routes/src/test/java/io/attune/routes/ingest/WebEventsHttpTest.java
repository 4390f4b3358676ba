package io.attune.routes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.ingest.HttpAnswers;
import io.attune.ingest.TrackingRequests;
import io.attune.routes.HubRoutes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebEventsHttpTest {
    private static final String PAGE = "{\"anonymousId\":\"a\",\"properties\":{\"path\":\"/\"}}";

    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = HubRoutes.of("ingest/web-events-http.camel.yaml", "ingest/publish.camel.yaml")
                .bean(
                        "tracking",
                        new TrackingRequests(Map.of("web", "key-1"), Ingest.LIMITS, Ingest.CLOCK, () -> "made-up"))
                .bean("answers", new HttpAnswers());
        Ingest.bind(routes);
        for (String kind : List.of("track", "identify", "page", "screen", "group", "alias", "batch")) {
            routes.feed("web-events-http-" + kind);
        }
        routes.start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void eventIsAnsweredAfterItIsInKafka() {
        Message answer = send("page", "key-1", PAGE, Map.of());

        assertThat(status(answer)).isEqualTo(200);
        assertThat(answer.getBody(String.class)).isEqualTo("{\"success\":true}");
        assertThat(Ingest.records(routes)).singleElement().satisfies(record -> {
            assertThat(record.path("type").asText()).isEqualTo("Page Viewed");
            assertThat(record.path("source").asText()).isEqualTo("web");
        });
    }

    @Test
    void eachPathSaysItsType() {
        send("track", "key-1", "{\"userId\":\"1\",\"event\":\"Product Added\"}", Map.of());
        send("identify", "key-1", "{\"userId\":\"1\",\"traits\":{\"email\":\"a@example.com\"}}", Map.of());

        send("screen", "key-1", "{\"userId\":\"1\",\"name\":\"Home\"}", Map.of());
        send("alias", "key-1", "{\"userId\":\"1\",\"previousId\":\"a\"}", Map.of());

        assertThat(Ingest.records(routes))
                .extracting(record -> record.path("type").asText())
                .containsExactly("Product Added", "Identified", "Page Viewed", "Identified");
    }

    @Test
    void wholeNumberWithDecimalsIsAnId() {
        send("track", "key-1", "{\"userId\":7.0,\"event\":\"Product Added\"}", Map.of());

        assertThat(Ingest.records(routes))
                .singleElement()
                .satisfies(record -> assertThat(record.path("entity").asText()).isEqualTo("user:7"));
    }

    @Test
    void groupIsAnAttributeOfItsMember() {
        send(
                "group",
                "key-1",
                "{\"userId\":\"1\",\"groupId\":\"g\",\"traits\":{\"address\":{\"city\":\"Oslo\"}}}",
                Map.of());

        assertThat(Ingest.records(routes))
                .extracting(record -> record.path("attributes").path("group").asText())
                .containsExactly("", "g");
        assertThat(Ingest.records(routes))
                .allSatisfy(record -> assertThat(
                                record.path("attributes").path("city").asText(""))
                        .isEmpty());
    }

    @Test
    void writeKeyMayStandInTheBody() {
        Message answer =
                send("page", "", PAGE.replace("{\"anonymousId\"", "{\"writeKey\":\"key-1\",\"anonymousId\""), Map.of());

        assertThat(status(answer)).isEqualTo(200);
        assertThat(Ingest.records(routes))
                .singleElement()
                .satisfies(record -> assertThat(record.path("key").asText()).isEqualTo("web:made-up"));
    }

    @Test
    void batchIsMappedAsOneAndItsBadEventsBecomeRejects() {
        Message answer = send(
                "batch",
                "key-1",
                "{\"batch\":[{\"type\":\"page\",\"userId\":\"1\"},{\"type\":\"page\"},{\"type\":\"track\",\"event\":\"x\",\"userId\":\"2\"}]}",
                Map.of());

        assertThat(status(answer)).isEqualTo(200);
        assertThat(Ingest.records(routes)).hasSize(2);
        assertThat(routes.bodiesAt("ingest-publish-to-records")).hasSize(1);
        assertThat(Ingest.rejects(routes)).singleElement().satisfies(reject -> {
            assertThat(reject.path("place").asText()).isEqualTo("/v1/batch[1]");
            assertThat(reject.path("original").asText()).contains("page");
            assertThat(reject.path("reason").asText()).isNotBlank();
        });
    }

    @Test
    void wrongWriteKeyIsRefused() {
        Message answer = send("page", "key-2", PAGE, Map.of());

        assertThat(status(answer)).isEqualTo(401);
        assertThat(answer.getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/problem+json");
        assertThat(answer.getHeader("WWW-Authenticate", String.class)).startsWith("Basic");
        assertThat(Ingest.records(routes)).isEmpty();
    }

    @Test
    void whatIsTooLargeOrNoJsonIsRefused() {
        assertThat(status(send("page", "key-1", "oops", Map.of()))).isEqualTo(400);
        assertThat(status(send("page", "key-1", "", Map.of()))).isEqualTo(400);
        assertThat(status(send("page", "key-1", "{\"userId\":\"1\",\"x\":\"" + "x".repeat(33_000) + "\"}", Map.of())))
                .isEqualTo(400);
        assertThat(status(send("batch", "key-1", "{\"batch\":[" + " ".repeat(600_000) + "]}", Map.of())))
                .isEqualTo(400);
        assertThat(status(send("batch", "key-1", "{\"batch\":[" + "{},".repeat(2_500) + "{}]}", Map.of())))
                .isEqualTo(400);
        assertThat(status(send("batch", "key-1", "[]", Map.of()))).isEqualTo(400);
        assertThat(Ingest.records(routes)).isEmpty();
    }

    @Test
    void strangersHeadersSteerNothing() {
        Map<String, Object> hostile =
                Map.of("kafka.OVERRIDE_TOPIC", "elsewhere", "CamelBeanMethodName", "exit", "kafka.KEY", "x");

        assertThat(status(send("page", "key-1", PAGE, hostile))).isEqualTo(200);
        assertThat(routes.at("ingest-publish-to-records").getExchanges())
                .singleElement()
                .satisfies(exchange ->
                        assertThat(exchange.getMessage().getHeaders()).isEmpty());
    }

    @Test
    void withoutKafkaTheSenderIsToldToTryAgain() {
        routes.at("ingest-publish-to-records").whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("no broker at 10.0.0.1");
        });

        Message answer = send("page", "key-1", PAGE, Map.of());

        assertThat(status(answer)).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isNotNull();
        assertThat(answer.getBody(String.class)).doesNotContain("10.0.0.1");
    }

    private Message send(String kind, String key, String body, Map<String, Object> headers) {
        String basic = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
        return routes.template()
                .request("direct:web-events-http-" + kind + "-in", exchange -> {
                    exchange.getMessage().setHeaders(new HashMap<>(headers));
                    if (!key.isEmpty()) {
                        exchange.getMessage().setHeader("Authorization", "Basic " + basic);
                    }
                    exchange.getMessage().setBody(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
                })
                .getMessage();
    }

    private static int status(Message answer) {
        return answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }
}
