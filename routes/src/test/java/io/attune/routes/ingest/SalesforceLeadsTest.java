package io.attune.routes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SalesforceLeadsTest {
    private static final String HEADER =
            "\"Id\",\"LastName\",\"Company\",\"Email\",\"HasOptedOutOfEmail\",\"IsConverted\",\"ConvertedContactId\","
                    + "\"SystemModstamp\",\"IsDeleted\"";

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private SalesforceRoutes salesforce;

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        salesforce = new SalesforceRoutes("salesforce-leads", POSTGRES.database());
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @Test
    void leadIsTheContactThatItBecameAndItsRefusalOfMailsCounts() {
        salesforce.answer(
                SalesforceRoutes.RESULTS,
                SalesforceRoutes.csv(
                        "null",
                        HEADER,
                        line(1, "ada@example.org", "false", "false", "", "false"),
                        line(2, "byron@example.org", "true", "true", "003000000000002AAA", "false"),
                        line(3, "gone@example.org", "false", "false", "", "true")));
        salesforce.poll();

        assertThat(salesforce.rejects()).isEmpty();
        assertThat(salesforce.records()).hasSize(3);
        var open = salesforce.records().get(0);
        assertThat(open.path("entity").asText()).isEqualTo("00Q000000000001AAA");
        assertThat(open.path("identifiers").toString())
                .contains("ada@example.org")
                .doesNotContain("salesforce_id");
        assertThat(open.path("consents")).isEmpty();
        assertThat(open.path("attributes").path("company").asText()).isEqualTo("Analytical Engines");
        var converted = salesforce.records().get(1);
        assertThat(converted.path("identifiers").toString()).contains("003000000000002AAA");
        assertThat(converted.path("consents").path(0).path("state").asText()).isEqualTo("withdrawn");
        assertThat(salesforce.records().get(2).path("deleted").asBoolean()).isTrue();
    }

    @Test
    void changedLeadComesByTheQuery() {
        salesforce.poll();
        salesforce.answer(SalesforceRoutes.QUERY, SalesforceRoutes.query(true, "", """
                {"attributes":{"type":"Lead"},"Id":"00Q000000000001AAA","LastName":"King","Email":null,
                 "HasOptedOutOfEmail":true,"IsConverted":false,"ConvertedContactId":null,
                 "SystemModstamp":"2026-06-01T12:00:01.000+0000","IsDeleted":false}
                """));
        salesforce.poll();

        assertThat(salesforce.rejects()).isEmpty();
        assertThat(salesforce.records()).singleElement().satisfies(record -> {
            assertThat(record.path("attributes").path("family_name").asText()).isEqualTo("King");
            assertThat(record.path("consents")).hasSize(1);
        });
    }

    private static String line(
            int number, String email, String optedOut, String converted, String contact, String deleted) {
        return "\"00Q00000000000%dAAA\",\"King\",\"Analytical Engines\",\"%s\",\"%s\",\"%s\",\"%s\",\"2026-05-01T00:00:00.000Z\",\"%s\""
                .formatted(number, email, optedOut, converted, contact, deleted);
    }
}
