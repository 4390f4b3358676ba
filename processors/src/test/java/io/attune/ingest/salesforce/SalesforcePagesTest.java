package io.attune.ingest.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.ingest.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class SalesforcePagesTest {
    private static final String STAMP = "2026-05-01T00:00:00.000Z";

    private final SalesforcePages pages = new SalesforcePages(30);

    @Test
    void rowsOfAJobHaveTheFormOfAQuery() throws IOException {
        Page page = pages.ofResults(answered(
                "\"Id\",\"Account.Name\",\"IsDeleted\",\"VIP__c\",\"Empty\",\"SystemModstamp\"\n"
                        + "\"1\",\"a \"\"b\"\"\nc\",\"true\",\"true\",\"\",\"" + STAMP + "\"\n",
                "MQ",
                "1"));

        assertThat(page.next()).contains("MQ");
        assertThat(page.rows().get(0).json())
                .isEqualTo(
                        "{\"Id\":\"1\",\"Account\":{\"Name\":\"a \\\"b\\\"\\nc\"},\"IsDeleted\":true,\"VIP__c\":\"true\","
                                + "\"SystemModstamp\":\"" + STAMP + "\"}");
    }

    @Test
    void longTextIsCutAndNamed() throws IOException {
        Page page = pages.ofResults(answered(
                "\"Id\",\"Description\",\"SystemModstamp\"\n\"1\",\"" + "x".repeat(29) + "\uD83D\uDE00\",\"" + STAMP
                        + "\"\n",
                "null",
                "1"));

        assertThat(page.more()).isFalse();
        assertThat(page.rows().get(0).json())
                .as("and no character is halved")
                .contains("\"" + "x".repeat(29) + "\"", "\"truncated\":[\"Description\"]");
    }

    @Test
    void pageThatIsNotWholeIsNoPage() {
        assertThatThrownBy(() -> pages.ofResults(answered("\"Id\",\"SystemModstamp\"\n", "null", "2")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("announced a page of 2 rows, but 0 arrived");
        assertThatThrownBy(() -> pages.ofResults(answered("\"Id\"\n\"1\"\n", "null", "1")))
                .hasMessageContaining("without SystemModstamp");
    }

    private static Exchange answered(String csv, String locator, String rows) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        exchange.getMessage().setHeader("Sforce-Locator", locator);
        exchange.getMessage().setHeader("Sforce-NumberOfRecords", rows);
        return exchange;
    }
}
