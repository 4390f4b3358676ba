package io.attune.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Contacts of Salesforce and receipts of the tills. */
class ContactAndSaleMappingTest extends MappingFixture {
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
}
