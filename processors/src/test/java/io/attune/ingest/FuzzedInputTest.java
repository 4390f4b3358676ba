package io.attune.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hundred thousand broken inputs: each becomes records, a reject or a refusal, and nothing else is thrown. */
class FuzzedInputTest {
    private static final int CASES = 10_000;
    private static final long SEED = 20_260_601;
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Path FOLDER = Path.of("../connectors-config");
    private static final IngestSettings SETTINGS = IngestSettingsReader.read(FOLDER, Duration.ofHours(24));

    private static final Map<String, String> GOOD = Map.of(
            "web-event",
            """
            {"type":"track","messageId":"m1","userId":"u1","anonymousId":"a1","event":"Order Completed","timestamp":"2026-05-30T10:00:00Z","sentAt":"2026-05-30T10:00:01Z","traits":{"email":"ann@example.com","phone":"+4915123456789","address":{"city":"Oslo"}},"context":{"timezone":"Europe/Oslo","consent":{"categoryPreferences":{"email_marketing":true}}},"properties":{"order_id":"o1","total":12.5,"currency":"EUR","products":[{"product_id":"P1","price":12.5,"quantity":1}]}}""",
            "pos-sale",
            """
            {"sale_id":7,"receipt":"R7","kind":"cancelled","sold_at":"2026-05-30T10:00:00Z","updated_at":"2026-05-30T11:00:00Z","utc_offset_minutes":120,"loyalty_id":"L1","phone":"+4915123456789","total":12.5,"currency":"EUR","lines":[{"item":"P1","name":"Kettle","category":"kitchen","quantity":1,"price":12.5}]}""",
            "salesforce-contact",
            """
            {"Id":"0035e00000AbCdEAAV","FirstName":"Ann","LastName":"Lee","Email":"ann@example.com","Phone":null,"Birthdate":"1990-02-03","MailingCity":"Oslo","Email_Consent__c":"Granted","Email_Consent_At__c":"2026-05-01T10:00:00.000+0000","CreatedDate":"2025-05-01T10:00:00.000+0000","SystemModstamp":"2026-05-30T10:00:00.000+0000","IsDeleted":false}""",
            "ga4-event,web-event",
            """
            {"name":"purchase","client_id":"c1","user_id":"u1","timestamp_micros":"1780000000000000","params":{"transaction_id":"T1","value":12.5,"currency":"EUR","items":[{"item_id":"P1","item_name":"Kettle","quantity":1,"price":12.5}]}}""",
            "mixpanel-event,web-event",
            """
            {"event":"Product Viewed","properties":{"time":1780000000,"distinct_id":"d1","$insert_id":"i1","product_id":"P1"}}""",
            "pos-file,pos-sale",
            """
            {"rows":[{"receipt":"R1","sold_at":"2026-05-30T10:00:00Z","total":"12,50","currency":"EUR","item":"P1","quantity":"1","price":"12.50"}]}""");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web-event|web",
                "pos-sale|pos",
                "salesforce-contact|salesforce",
                "ga4-event,web-event|web",
                "mixpanel-event,web-event|web",
                "pos-file,pos-sale|pos"
            })
    void everyOriginalBecomesRecordsOrOneReject(String mapping, String source) {
        Mappings mappings = new Mappings(FOLDER, SETTINGS);
        Mutations mutations = new Mutations(SEED);
        String good = GOOD.get(mapping);
        assertThat(map(mappings, mapping, source, good.getBytes(StandardCharsets.UTF_8))
                        .rejects())
                .isEmpty();
        int rejected = 0;
        for (int number = 0; number < CASES; number++) {
            byte[] broken = mutations.of(good);
            IngestBatch batch = map(mappings, mapping, source, broken);
            assertThat(batch.records().isEmpty())
                    .as("of %s", new String(broken, StandardCharsets.UTF_8))
                    .isEqualTo(batch.rejects().size() == 1);
            rejected += batch.rejects().size();
        }
        assertThat(rejected).isBetween(CASES / 20, CASES - 1);
    }

    private static IngestBatch map(Mappings mappings, String mapping, String source, byte[] content) {
        return mappings.map(mapping, source, List.of(Original.of("fuzz", content, NOW, Arrival.LIVE)));
    }

    @Test
    void everyRequestIsTakenOrRefused() throws IOException {
        TrackingRequests tracking = new TrackingRequests(Map.of("web", "key"), SETTINGS.limits(), CLOCK, () -> "id");
        AnalyticsRequests analytics = new AnalyticsRequests(Map.of("web", "key"), SETTINGS.limits(), CLOCK, () -> "id");
        String event = GOOD.get("web-event");
        Mutations mutations = new Mutations(SEED);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            Map<String, Consumer<Exchange>> requests = Map.of(
                    event.replaceFirst("\\{", "{\"writeKey\":\"key\","),
                    tracking::track,
                    "{\"writeKey\":\"key\",\"sentAt\":\"2026-05-30T10:00:01Z\",\"batch\":[" + event + "]}",
                    tracking::batch,
                    "{\"client_id\":\"c\",\"events\":[{\"name\":\"purchase\",\"params\":{}}]}",
                    analytics::ga4);
            for (Map.Entry<String, Consumer<Exchange>> request : requests.entrySet()) {
                for (int number = 0; number < CASES; number++) {
                    accept(camel, request.getValue(), mutations.of(request.getKey()));
                }
            }
            Mutations pixels = new Mutations(SEED);
            for (int number = 0; number < CASES; number++) {
                acceptPixel(camel, analytics, pixels.of("{\"writeKey\":\"key\",\"anonymousId\":\"a\"}"));
            }
        }
    }

    private static void accept(DefaultCamelContext camel, Consumer<Exchange> request, byte[] body) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setHeader("api_secret", "key");
        exchange.getMessage().setBody(new ByteArrayInputStream(body));
        try {
            request.accept(exchange);
            assertThat(exchange.getMessage().getBody()).isInstanceOf(List.class);
        } catch (RefusedRequest refused) {
            assertThat(refused.status()).isBetween(400, 499);
        }
    }

    private static void acceptPixel(DefaultCamelContext camel, AnalyticsRequests analytics, byte[] event) {
        Exchange exchange = new DefaultExchange(camel);
        Map<String, Object> headers = new HashMap<>();
        headers.put("data", Base64.getEncoder().encodeToString(event) + (event.length % 3 == 0 ? "%" : ""));
        exchange.getMessage().setHeaders(headers);
        try {
            analytics.pixel(exchange);
            assertThat(exchange.getMessage().getBody()).isInstanceOf(List.class);
        } catch (RefusedRequest refused) {
            assertThat(refused.status()).isBetween(400, 499);
        }
    }
}
