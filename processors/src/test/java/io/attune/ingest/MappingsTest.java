package io.attune.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.reject.Reject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every mapping: what is wrong is a reject, and each record tells where it comes from. */
class MappingsTest extends MappingFixture {
    @Test
    void everyRecordNamesItsMappingAndTheVersionOfItsSchema() {
        JsonNode event = only("web-event", """
                {"type":"page","anonymousId":"a","timestamp":"2026-06-01T09:00:00Z"}
                """);
        assertThat(event.path("mapping").asText()).isEqualTo("web-event/1");
        assertThat(event.has("flags")).isFalse();

        JsonNode purchase = only("ga4-event,web-event", """
                {"name":"purchase","client_id":"c1","timestamp_micros":"1780000000000000","params":{}}
                """);
        assertThat(purchase.path("mapping").asText()).isEqualTo("ga4-event/1,web-event/1");
    }

    @Test
    void whatIsRemarkableAboutARecordStandsInItsFlags() {
        JsonNode event = only("web-event", """
                {"type":"track","event":"Order Completed","anonymousId":"a","timestamp":"2026-06-01T09:00:00Z",
                 "traits":{"email":"ann@box.mailinator.com"},"properties":{"total":"5","currency":"€","products":[{"product_id":"1"}]}}
                """);

        assertThat(event.path("flags").toString()).isEqualTo("[\"disposable_email\"]");
        assertThat(event.path("currency").asText()).isEqualTo("EUR");
    }

    @Test
    void aRejectNamesTheMappingsThatItGoesThrough() {
        Reject reject = mappings.map(
                        "ga4-event,web-event", "web", List.of(Original.of("here", "{}", NOW, Arrival.LIVE)))
                .rejects()
                .get(0);

        assertThat(reject.mapping()).contains("ga4-event,web-event");
    }

    @Test
    void whatCannotBeARecordIsARejectAndStopsNothing() {
        assertRejected("not json", "NOT_JSON");
        assertRejected("[1,2", "NOT_JSON");
        assertRejected("[".repeat(100) + "]".repeat(100), "NOT_JSON");
        assertRejected("{\"type\":\"track\",\"userId\":\"1\"}", "SCHEMA_VIOLATED");
        assertRejected("{\"type\":\"page\"}", "SCHEMA_VIOLATED");
        assertRejected("{\"type\":\"page\",\"userId\":\" \"}", "SCHEMA_VIOLATED");
        assertRejected("{\"type\":\"group\",\"userId\":\"1\"}", "SCHEMA_VIOLATED");
        assertRejected("{\"type\":\"page\",\"userId\":\"a\\u0000b\"}", "UNSTORABLE");
        assertRejected("{\"type\":\"page\",\"userId\":\"a\\ud800b\"}", "UNSTORABLE");
        assertRejected("{\"type\":\"page\",\"userId\":\"1\",\"properties\":{\"x\":1e999999999}}", "UNSTORABLE");
        assertRejected(
                "{\"type\":\"page\",\"userId\":\"1\",\"timestamp\":\"2090-01-01T00:00:00Z\"}", "TIME_IMPOSSIBLE");
        assertRejected("{\"type\":\"page\",\"userId\":\"1\",\"x\":\"" + "x".repeat(40_000) + "\"}", "TOO_LARGE");
        assertRejected(
                "{\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"1\",\"properties\":{\"total\":1e9}}",
                "AMOUNT_IMPOSSIBLE");
    }

    @Test
    void goodOnesOfABatchPassBesideTheBad() {
        IngestBatch batch = map("web-event", "oops", "{\"type\":\"page\",\"userId\":\"1\"}");

        assertThat(batch.records()).hasSize(1);
        assertThat(batch.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.original()).isEqualTo("oops");
            assertThat(reject.place()).isEqualTo("test");
            assertThat(reject.stage()).isEqualTo("map");
        });
    }

    @Test
    void hostileTextIsCarriedAsText() {
        String hostile = "'; drop table profile; -- <script>alert(1)</script> {{7*7}} ${jndi:ldap://x}";

        JsonNode event =
                only("web-event", "{\"type\":\"track\",\"event\":\"" + hostile + "\",\"userId\":\"" + hostile + "\"}");

        assertThat(event.path("type").asText()).isEqualTo(hostile);
    }

    private void assertRejected(String original, String code) {
        IngestBatch batch = map("web-event", original);
        assertThat(batch.records()).as(original).isEmpty();
        assertThat(batch.rejects())
                .extracting(Reject::code)
                .as("%s", batch.rejects())
                .containsExactly(code);
    }
}
