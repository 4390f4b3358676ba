package io.attune.routes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SalesforceContactsTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private SalesforceRoutes salesforce;

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        salesforce = new SalesforceRoutes("salesforce-contacts", POSTGRES.database());
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @Test
    void contactsBecomeCustomersAndTheirDeletionToo() {
        salesforce.answer(
                SalesforceRoutes.RESULTS,
                SalesforceRoutes.csv(
                        "null",
                        "\"Id\",\"FirstName\",\"LastName\",\"Email\",\"SystemModstamp\",\"IsDeleted\"",
                        "\"003000000000001AAA\",\"Ada\",\"King, \"\"Countess\"\"\",\"Ada@Example.org\",\"2026-05-01T00:00:00.000Z\",\"false\"",
                        "\"003000000000002AAA\",\"\",\"Byron\",\"\",\"2026-05-02T00:00:00.000Z\",\"true\""));
        salesforce.poll();

        assertThat(salesforce.rejects()).isEmpty();
        assertThat(salesforce.records()).hasSize(2);
        var ada = salesforce.records().get(0);
        assertThat(ada.path("key").asText()).isEqualTo("salesforce:003000000000001AAA:2026-05-01T00:00:00Z");
        assertThat(ada.path("identifiers").toString()).contains("salesforce_id", "ada@example.org");
        assertThat(ada.path("attributes").path("given_name").asText()).isEqualTo("Ada");
        assertThat(ada.path("deleted").asBoolean()).isFalse();
        assertThat(salesforce.records().get(1).path("deleted").asBoolean()).isTrue();
    }

    @Test
    void onlyTheLeaderPolls() {
        salesforce.leadership.lose();
        salesforce.poll();

        assertThat(salesforce.asked(SalesforceRoutes.CREATE)).isZero();
    }
}
