package io.attune.routes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.ingest.AnalyticsRequests;
import io.attune.ingest.HttpAnswers;
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

class AnalyticsHttpTest {
    private static final String PURCHASE = """
            {"client_id": "c1", "user_id": "u1", "timestamp_micros": "1767225600123456", "events": [
              {"name": "purchase", "params": {"transaction_id": "T1", "value": 12.5, "currency": "eur",
                "items": [{"item_id": "P1", "item_name": "Kettle", "item_category": "kitchen", "quantity": 1, "price": 12.5}]}},
              {"name": "page_view", "params": {"page_path": "/kettles"}},
              {"name": "!!"}]}
            """;
    private static final String IMPORT = """
            [{"event": "Product Viewed", "properties":
               {"time": 1767225600, "distinct_id": "d1", "$insert_id": "i1", "product_id": "P1"}},
             {"event": "Product Viewed", "properties": {"distinct_id": "d1"}}]
            """;

    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = HubRoutes.of("ingest/analytics-http.camel.yaml", "ingest/publish.camel.yaml")
                .bean(
                        "analytics",
                        new AnalyticsRequests(Map.of("web", "key-1"), Ingest.LIMITS, Ingest.CLOCK, () -> "made-up"))
                .bean("answers", new HttpAnswers());
        Ingest.bind(routes);
        for (String kind : List.of("ga4", "mixpanel", "pixel")) {
            routes.feed("analytics-" + kind);
        }
        routes.start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void ga4EventsBecomeWhatAShopCallsThem() {
        Message answer = send("ga4", Map.of("api_secret", "key-1"), PURCHASE);

        assertThat(status(answer)).isEqualTo(204);
        List<JsonNode> records = Ingest.records(routes);
        assertThat(records)
                .extracting(record -> record.path("type").asText())
                .containsExactly("Order Completed", "Page Viewed");
        JsonNode order = records.get(0);
        assertThat(order.path("amount").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(order.path("currency").asText()).isEqualTo("EUR");
        assertThat(order.path("occurredAt").asText()).isEqualTo("2026-01-01T00:00:00.123Z");
        assertThat(order.path("key").asText()).isEqualTo("web:purchase:T1");
        assertThat(order.path("properties")
                        .path("products")
                        .path(0)
                        .path("product_id")
                        .asText())
                .isEqualTo("P1");
        assertThat(Ingest.rejects(routes))
                .singleElement()
                .satisfies(reject -> assertThat(reject.path("place").asText()).isEqualTo("/mp/collect[2]"));
    }

    @Test
    void mixpanelIsToldHowManyWereImported() {
        Message answer = send("mixpanel", Map.of("Authorization", "Basic " + base64("key-1:")), IMPORT);

        assertThat(status(answer)).isEqualTo(200);
        assertThat(answer.getBody(String.class)).contains("\"num_records_imported\":1");
        assertThat(Ingest.records(routes)).singleElement().satisfies(record -> {
            assertThat(record.path("key").asText()).isEqualTo("web:i1");
            assertThat(record.path("occurredAt").asText()).isEqualTo("2026-01-01T00:00:00Z");
        });
        assertThat(Ingest.rejects(routes)).hasSize(1);
    }

    @Test
    void pixelIsAnImageAndAPageView() {
        String event = "{\"writeKey\":\"key-1\",\"anonymousId\":\"a\",\"properties\":{\"path\":\"/\"}}";

        Message answer = send("pixel", Map.of("data", base64(event)), "");

        assertThat(status(answer)).isEqualTo(200);
        assertThat(answer.getHeader(Exchange.CONTENT_TYPE)).isEqualTo("image/gif");
        assertThat(new String(answer.getBody(byte[].class), StandardCharsets.ISO_8859_1))
                .startsWith("GIF89a");
        assertThat(Ingest.records(routes))
                .singleElement()
                .satisfies(record -> assertThat(record.path("type").asText()).isEqualTo("Page Viewed"));
    }

    @Test
    void whatHasNoWriteKeyOrNoFormIsRefused() {
        assertThat(status(send("ga4", Map.of(), PURCHASE))).isEqualTo(401);
        assertThat(status(send("ga4", Map.of("api_secret", "key-1"), "[]"))).isEqualTo(400);
        assertThat(status(send("mixpanel", Map.of(), IMPORT))).isEqualTo(401);
        assertThat(status(send("mixpanel", Map.of("Authorization", "Basic " + base64("key-1:")), "{}")))
                .isEqualTo(400);
        assertThat(status(send("pixel", Map.of("data", "!!"), ""))).isEqualTo(400);
        assertThat(status(send("pixel", Map.of(), ""))).isEqualTo(401);
        assertThat(status(send("pixel", Map.of("data", base64("{\"anonymousId\":\"a\"}")), "")))
                .isEqualTo(401);
        assertThat(Ingest.records(routes)).isEmpty();
    }

    private Message send(String kind, Map<String, Object> headers, String body) {
        return routes.template()
                .request("direct:analytics-" + kind + "-in", exchange -> {
                    exchange.getMessage().setHeaders(new HashMap<>(headers));
                    exchange.getMessage().setBody(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
                })
                .getMessage();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int status(Message answer) {
        return answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }
}
