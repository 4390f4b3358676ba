package io.attune.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.reject.Reject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingsTest {
    private static final Path FOLDER = Path.of("../connectors-config");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Mappings mappings = new Mappings(FOLDER, IngestSettingsReader.read(FOLDER, Duration.ofHours(24)));

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
    void aRejectNamesTheMappingsThatItGoesThrough() {
        Reject reject = mappings.map(
                        "ga4-event,web-event", "web", List.of(Original.of("here", "{}", NOW, Arrival.LIVE)))
                .rejects()
                .get(0);

        assertThat(reject.mapping()).contains("ga4-event,web-event");
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

    @Test
    void contactBecomesACustomer() {
        JsonNode customer = only("salesforce-contact", """
                {"attributes":{"type":"Contact","url":"x"},"Id":"003000000000001AAA","FirstName":"Ada","LastName":" Lovelace ",
                 "Email":"ADA@example.com","MobilePhone":"020 7946 0018","MailingCountry":"GB","Loyalty_Id__c":"L1",
                 "Email_Consent__c":"Granted","Email_Consent_At__c":"2025-01-01T00:00:00.000+0000","Sms_Consent__c":null,
                 "CreatedDate":"2024-01-01T00:00:00.000+0000","SystemModstamp":"2026-06-01T11:00:00.000+0000","IsDeleted":false}
                """);

        assertThat(customer.path("key").asText()).isEqualTo("salesforce:003000000000001AAA:2026-06-01T11:00:00Z");
        assertThat(customer.path("attributes").path("family_name").asText()).isEqualTo("Lovelace");
        assertThat(customer.path("attributes").path("street").asText("missing")).isEmpty();
        assertThat(customer.path("identifiers").toString())
                .contains("\"ada@example.com\"", "\"+442079460018\"", "\"L1\"", "salesforce_id");
        assertThat(customer.path("consents")).hasSize(1);
        assertThat(customer.path("deleted").asBoolean()).isFalse();
    }

    @Test
    void deletedContactHasNoAttributes() {
        JsonNode customer = only("salesforce-contact", """
                {"Id":"003000000000001AAA","LastName":"Lovelace","SystemModstamp":"2026-06-01T11:00:00.000+0000","IsDeleted":true}
                """);

        assertThat(customer.path("deleted").asBoolean()).isTrue();
        assertThat(customer.path("attributes").isEmpty()).isTrue();
    }

    @Test
    void saleBecomesAnOrderAndACancelledOneIsUndone() {
        String sale = """
                {"sale_id":9,"receipt":"R-9","kind":"%s","refund_of":null,"store":"S1","sold_at":"2026-06-01T10:00:00+00:00",
                 "utc_offset_minutes":-300,"loyalty_id":null,"phone":null,"total":12.50,"currency":"USD",
                 "updated_at":"2026-06-01T10:30:00+00:00",
                 "lines":[{"line":1,"item":"p1","name":"Tea","category":"Drinks","quantity":1,"price":12.50}]}
                """;

        JsonNode order = only("pos-sale", sale.formatted("sale"));
        IngestBatch cancelled = map("pos-sale", sale.formatted("cancelled"));

        assertThat(order.path("type").asText()).isEqualTo("Order Completed");
        assertThat(order.path("entity").asText()).isEqualTo("receipt:R-9");
        assertThat(order.path("identifiers").isArray()).isTrue();
        assertThat(cancelled.records())
                .extracting(KeyedRecord::key)
                .containsExactly(order.path("key").asText(), "pos:9:cancelled");
        JsonNode cancellation = cancelled.records().get(1).json();
        assertThat(cancellation.path("type").asText()).isEqualTo("Order Cancelled");
        assertThat(cancellation.path("occurredAt").asText())
                .as("the moment of the order, which it takes back")
                .isEqualTo(order.path("occurredAt").asText());
        assertThat(cancellation.at("/properties/cancelled_at").asText()).isEqualTo("2026-06-01T10:30:00Z");
        assertThat(cancelled.records().get(0).partitionKey()).isEqualTo("pos:receipt:R-9");
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

    private JsonNode only(String mapping, String original) {
        IngestBatch batch = map(mapping, original);
        assertThat(batch.rejects()).isEmpty();
        assertThat(batch.records()).hasSize(1);
        return batch.records().get(0).json();
    }

    private IngestBatch map(String mapping, String... originals) {
        return mappings.map(
                mapping,
                "web",
                java.util.Arrays.stream(originals)
                        .map(text -> Original.of("test", text, NOW, Arrival.LIVE))
                        .toList());
    }
}
