package io.attune.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events in Segment's form. */
class WebEventMappingTest extends MappingFixture {
    @Test
    void trackBecomesAnEventOfWhatIsKnown() {
        JsonNode event = only("web-event", """
                {"type":"track","event":"Order Completed","messageId":"m1","userId":"1042","anonymousId":"a-1",
                 "timestamp":"2026-06-01T13:30:00+02:00",
                 "properties":{"order_id":"o-7","total":24.90,"currency":"eur","secret":"do not keep",
                   "products":[{"product_id":"p1","name":"Tea","category":"Drinks","quantity":2,"price":12.45}]},
                 "context":{"traits":{"email":" Ada@Example.COM "}}}
                """);

        assertThat(event.path("key").asText()).isEqualTo("web:m1");
        assertThat(event.path("entity").asText()).isEqualTo("user:1042");
        assertThat(event.path("type").asText()).isEqualTo("Order Completed");
        assertThat(event.path("occurredAt").asText()).isEqualTo("2026-06-01T11:30:00Z");
        assertThat(event.path("utcOffsetMinutes").asInt()).isEqualTo(120);
        assertThat(event.path("amount").decimalValue()).isEqualByComparingTo("24.90");
        assertThat(event.path("currency").asText()).isEqualTo("EUR");
        assertThat(event.path("backfill").asBoolean()).isFalse();
        assertThat(event.path("identifiers").toString())
                .isEqualTo(
                        "[{\"kind\":\"customer_id\",\"value\":\"1042\"},{\"kind\":\"anonymous_id\",\"value\":\"a-1\"},"
                                + "{\"kind\":\"email\",\"value\":\"ada@example.com\"}]");
        assertThat(event.path("properties")
                        .path("products")
                        .get(0)
                        .path("category")
                        .asText())
                .isEqualTo("Drinks");
        assertThat(event.toString()).doesNotContain("do not keep");
    }

    @Test
    void countriesAndBirthDatesHaveOneForm() {
        List<JsonNode> made =
                mappings
                        .map("web-event", "web", List.of(Original.of("here", """
                        {"type":"identify","userId":"1","timestamp":"2026-06-01T09:00:00Z",
                         "traits":{"firstName":"Ann","birthday":"3.2.1990","phone":"0171 1234567","address":{"country":"Deutschland"}}}
                        """, NOW, Arrival.LIVE)))
                        .records()
                        .stream()
                        .map(KeyedRecord::json)
                        .toList();

        JsonNode attributes = made.get(1).path("attributes");
        assertThat(attributes.path("country").asText()).isEqualTo("DE");
        assertThat(attributes.path("birth_date").asText()).isEqualTo("1990-02-03");
        assertThat(made.get(0).path("identifiers").toString()).contains("+491711234567");
    }

    @Test
    void deviceClockIsSetRightByHowLongTheEventWasHeld() {
        JsonNode event = only("web-event", """
                {"type":"page","anonymousId":"a","timestamp":"2026-06-01T09:00:00Z","sentAt":"2026-06-01T09:00:10Z"}
                """);

        assertThat(event.path("occurredAt").asText()).isEqualTo("2026-06-01T11:59:50Z");
        assertThat(event.path("type").asText()).isEqualTo("Page Viewed");
    }

    @Test
    void storedEventKeepsItsTimeHoweverLongItWaited() {
        IngestBatch batch = mappings.map("web-event", "web", List.of(Original.of("here", """
                {"type":"page","anonymousId":"a","timestamp":"2026-05-01T09:00:00Z","sentAt":"2026-05-01T09:00:10Z"}
                """, NOW, Arrival.STORED)));

        JsonNode event = batch.records().get(0).json();
        assertThat(event.path("occurredAt").asText()).isEqualTo("2026-05-01T09:00:00Z");
        assertThat(event.path("backfill").asBoolean()).isTrue();
    }

    @Test
    void identifyWithANameIsAnEventAndACustomer() {
        IngestBatch batch = map("web-event", """
                {"type":"identify","userId":7,"messageId":"m2","traits":{"firstName":"Ada","email":"ada@example.com",
                 "phone":"(415) 555-2671","address":{"country":"US","city":"London"}},
                 "context":{"timezone":"Europe/London","consent":{"categoryPreferences":{"email_marketing":true}}}}
                """);

        assertThat(batch.records()).extracting(KeyedRecord::key).containsExactly("web:m2", "web:m2:traits");
        assertThat(batch.records()).extracting(KeyedRecord::partitionKey).containsOnly("customer_id:7");
        assertThat(batch.records()
                        .get(0)
                        .json()
                        .path("consents")
                        .get(0)
                        .path("state")
                        .asText())
                .isEqualTo("granted");
        assertThat(batch.records().get(0).json().toString())
                .contains("+14155552671")
                .doesNotContain("Ada");
        assertThat(batch.records()
                        .get(1)
                        .json()
                        .path("attributes")
                        .path("given_name")
                        .asText())
                .isEqualTo("Ada");
    }

    @Test
    void snakeCaseEmailEventIsUnderstoodAndUnsubscribingWithdrawsConsent() {
        JsonNode event = only("web-event", """
                {"action":"track","event":"Unsubscribed","user_id":"019mr8mf4r",
                 "context":{"traits":{"email":"pgibbons@example.com"}},"properties":{"email_id":"18v","campaign_id":"123"}}
                """);

        assertThat(event.path("consents").get(0).path("channel").asText()).isEqualTo("email");
        assertThat(event.path("consents").get(0).path("state").asText()).isEqualTo("withdrawn");
        assertThat(event.path("properties").path("campaign").asText()).isEqualTo("123");
    }

    @Test
    void eventWithoutMessageIdGetsTheSameKeyEachTime() {
        String text = "{\"type\":\"page\",\"anonymousId\":\"a\",\"timestamp\":\"2026-06-01T09:00:00Z\"}";

        assertThat(only("web-event", text).path("key"))
                .isEqualTo(only("web-event", text).path("key"));
    }
}
