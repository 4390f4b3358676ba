package io.attune.routes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.database.PostgresDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SalesforceCasesTest {
    private static final String HEADER =
            "\"Id\",\"CaseNumber\",\"ContactId\",\"SuppliedEmail\",\"Subject\",\"Description\",\"Status\",\"Priority\","
                    + "\"Type\",\"IsClosed\",\"ClosedDate\",\"CreatedDate\",\"SystemModstamp\",\"IsDeleted\"";

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private SalesforceRoutes salesforce;

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        salesforce = new SalesforceRoutes("salesforce-cases", POSTGRES.database());
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @Test
    void caseIsATicketThatItsContactOpenedAndThatWasClosed() {
        load(line("003000000000001AAA", "", "The kettle\nleaks", "Closed", "2026-05-02T00:00:00.000Z", "false"));

        assertThat(types()).containsExactly("Support Ticket Opened", "Support Ticket Closed");
        JsonNode opened = salesforce.records().get(0);
        assertThat(opened.path("key").asText()).isEqualTo("salesforce:500000000000001AAA:opened");
        assertThat(opened.path("entity").asText()).isEqualTo("003000000000001AAA");
        assertThat(opened.path("occurredAt").asText()).isEqualTo("2026-05-01T00:00:00Z");
        JsonNode properties = opened.path("properties");
        assertThat(properties.path("ticket_id").asText()).isEqualTo("00001026");
        assertThat(properties.path("priority").asText()).isEqualTo("high");
        assertThat(properties.path("category").asText()).isEqualTo("Product");
        assertThat(properties.path("status").asText()).isEqualTo("New");
        assertThat(properties.path("subject").asText()).isEqualTo("Broken");
        assertThat(properties.path("text").asText()).isEqualTo("The kettle\nleaks");
        JsonNode closed = salesforce.records().get(1);
        assertThat(closed.path("key").asText()).endsWith(":closed:2026-05-02T00:00:00Z");
        assertThat(closed.path("occurredAt").asText()).isEqualTo("2026-05-02T00:00:00Z");
        assertThat(closed.path("properties").path("status").asText()).isEqualTo("Closed");
    }

    @Test
    void caseWithoutAContactIsKnownByTheAddressThatWasSupplied() {
        load(line("", "Ada@example.org", "Hello", "Working", "", "false"));

        JsonNode opened = salesforce.records().get(0);
        assertThat(types()).containsExactly("Support Ticket Opened");
        assertThat(opened.path("entity").asText()).isEqualTo("case:500000000000001AAA");
        assertThat(opened.path("identifiers").toString()).contains("ada@example.org");
        assertThat(opened.path("properties").path("status").asText()).isEqualTo("Working");
    }

    @Test
    void deletedCaseWasOpenedAndLosesItsText() {
        load(line("003000000000001AAA", "", "The kettle leaks", "Working", "", "true"));

        assertThat(types()).containsExactly("Support Ticket Opened", "Support Ticket Deleted");
        assertThat(salesforce.records().toString()).doesNotContain("kettle");
    }

    @Test
    void longTextIsCutAndSaysSo() {
        load(line("003000000000001AAA", "", "x".repeat(20_000), "Working", "", "false"));

        JsonNode properties = salesforce.records().get(0).path("properties");
        assertThat(properties.path("text").asText()).hasSize(Ingest.LIMITS.maximumTextLength());
        assertThat(properties.path("truncated").toString()).isEqualTo("[\"Description\"]");
    }

    private void load(String line) {
        salesforce.answer(SalesforceRoutes.RESULTS, SalesforceRoutes.csv("null", HEADER, line));
        salesforce.poll();
        assertThat(salesforce.rejects()).isEmpty();
    }

    private List<String> types() {
        return salesforce.records().stream()
                .map(record -> record.path("type").asText())
                .toList();
    }

    private static String line(
            String contact, String email, String text, String status, String closedAt, String deleted) {
        return String.join(
                ",",
                "\"500000000000001AAA\",\"00001026\",\"" + contact + "\",\"" + email + "\",\"Broken\"",
                "\"" + text + "\",\"" + status + "\",\"High\",\"Product\",\"" + status.equals("Closed") + "\"",
                "\"" + closedAt + "\",\"2026-05-01T00:00:00.000Z\",\"2026-05-03T00:00:00.000Z\",\"" + deleted + "\"");
    }
}
