package io.attune.delivery.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.consent.Address;
import io.attune.delivery.Json;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SalesforceContactsTest {

    private final SalesforceContacts contacts = new SalesforceContacts();

    @Test
    void writesEveryContactOfAPerson() {
        JsonNode request = Json.read(contacts.payload(new ContactBatch(List.of(claim(1, 2, false), claim(2, 1, true)))))
                .orElseThrow();

        assertThat(request.path("allOrNone").asBoolean()).isFalse();
        assertThat(request.path("records")).hasSize(3);
        JsonNode first = request.path("records").path(0);
        assertThat(first.path("attributes").path("type").asText()).isEqualTo("Contact");
        assertThat(first.path("Attune_Segments__c").asText()).isEqualTo("at-risk;new");
        assertThat(first.path("Attune_Churn__c").asDouble()).isEqualTo(0.25);
        assertThat(request.path("records").path(2).path("Attune_Segments__c").isNull())
                .isTrue();
    }

    @Test
    void keepsCallsWithinTwoHundredRecords() {
        List<ProjectionClaim> claims =
                IntStream.range(0, 150).mapToObj(each -> claim(each, 3, false)).toList();

        List<ContactBatch> batches = contacts.batches(claims);

        assertThat(batches).allSatisfy(batch -> assertThat(batch.contacts()).isLessThanOrEqualTo(200));
        assertThat(batches.stream().mapToInt(batch -> batch.claims().size()).sum())
                .isEqualTo(150);
    }

    @Test
    void readsTheErrorsInsideASuccess() {
        ContactBatch batch = new ContactBatch(List.of(claim(1, 1, false), claim(2, 2, false), claim(3, 1, false)));

        List<ProjectionOutcome> outcomes = contacts.outcomes(batch, """
                [{"id":"1","success":true,"errors":[]},
                 {"id":"2","success":true,"errors":[]},
                 {"success":false,"errors":[{"statusCode":"UNABLE_TO_LOCK_ROW","message":"…","fields":[]}]},
                 {"success":false,"errors":[{"statusCode":"ENTITY_IS_DELETED","message":"…","fields":[]}]}]
                """);

        assertThat(outcomes).hasSize(3);
        assertThat(outcomes.get(0)).isInstanceOf(ProjectionOutcome.Acknowledged.class);
        assertThat(outcomes.get(1)).isInstanceOf(ProjectionOutcome.Retry.class);
        assertThat(outcomes.get(2)).isInstanceOf(ProjectionOutcome.Failed.class);
    }

    @Test
    void triesAgainWhatWasAnsweredByHalf() {
        ContactBatch batch = new ContactBatch(List.of(claim(1, 2, false)));

        assertThat(contacts.outcomes(batch, "[{\"success\":true}]").get(0)).isInstanceOf(ProjectionOutcome.Retry.class);
        assertThat(contacts.outcomes(batch, "<html>").get(0)).isInstanceOf(ProjectionOutcome.Retry.class);
    }

    private static ProjectionClaim claim(int person, int addresses, boolean retracted) {
        return new ProjectionClaim(
                new UUID(0, person),
                ProjectionFixture.state(0.25, "new", "at-risk"),
                "00",
                IntStream.range(0, addresses)
                        .mapToObj(each -> new Address("003" + person + each, "00"))
                        .toList(),
                Optional.empty(),
                retracted,
                false,
                1);
    }
}
