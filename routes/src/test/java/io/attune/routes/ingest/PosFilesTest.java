package io.attune.routes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.ingest.CsvFiles;
import io.attune.routes.HubRoutes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PosFilesTest {
    private static final String HEADER = "Receipt,Sold at,Total,Currency,Loyalty id,Item,Name,Quantity,Price,Kind\n";
    private static final String LINE = """
            R1,2026-05-30T10:00:00+02:00,17.50,EUR,L1,P1,Kettle,1,12.50,
            R1,2026-05-30T10:00:00+02:00,17.50,EUR,L1,P2,"Cup, blue",1,5.00,
            """;

    @TempDir
    Path folder;

    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = HubRoutes.of("ingest/pos-files.camel.yaml", "ingest/publish.camel.yaml")
                .bean("csvFiles", new CsvFiles(Ingest.CLOCK));
        Ingest.bind(routes);
        routes.feed("pos-files-read")
                .mock("ingest-publish", "ingest-publish-to-records", "ingest-publish-to-rejects")
                .start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void linesOfAReceiptAreOneOrder() throws IOException {
        read(HEADER + LINE, StandardCharsets.UTF_8);

        assertThat(Ingest.records(routes)).singleElement().satisfies(order -> {
            assertThat(order.path("type").asText()).isEqualTo("Order Completed");
            assertThat(order.path("key").asText()).isEqualTo("pos:file:R1:sale");
            assertThat(order.path("amount").decimalValue()).isEqualByComparingTo("17.50");
            assertThat(order.path("occurredAt").asText()).isEqualTo("2026-05-30T08:00:00Z");
            assertThat(order.path("utcOffsetMinutes").asInt()).isEqualTo(120);
            assertThat(order.path("properties").path("products"))
                    .extracting(product -> product.path("name").asText())
                    .containsExactly("Kettle", "Cup, blue");
        });
        assertThat(Ingest.rejects(routes)).isEmpty();
    }

    @Test
    void aSpreadsheetsOwnWayOfWritingIsRead() throws IOException {
        read(
                "receipt;sold_at;total;currency;store\nR2;2026-05-30T10:00:00Z;12,50;eur;Zürich\n",
                Charset.forName("windows-1252"));

        assertThat(Ingest.records(routes)).singleElement().satisfies(order -> {
            assertThat(order.path("amount").decimalValue()).isEqualByComparingTo("12.50");
            assertThat(order.path("properties").path("store").asText()).isEqualTo("Zürich");
        });
    }

    @Test
    void aBadLineIsRejectedAloneAndNamed() throws IOException {
        read(
                HEADER + "R3,2026-05-30T10:00:00Z,1\n" + LINE + "R4,yesterday,1,EUR,,,,,,\n,,,,,,,,,\n",
                StandardCharsets.UTF_8);

        assertThat(Ingest.records(routes)).hasSize(1);
        List<JsonNode> rejects = Ingest.rejects(routes);
        assertThat(rejects)
                .extracting(reject -> reject.path("place").asText())
                .containsExactlyInAnyOrder("receipts.csv:2", "receipts.csv:5", "receipts.csv:6");
        assertThat(rejects)
                .anySatisfy(reject ->
                        assertThat(reject.path("reason").asText()).isEqualTo("3 fields where the header has 10"));
    }

    @Test
    void refundsAndCancelledReceiptsTakeTheOrderBack() throws IOException {
        read(
                HEADER
                        + "R5,2026-05-30T10:00:00Z,9,EUR,L1,,,,,refund\nR6,2026-05-30T10:00:00Z,9,EUR,L1,,,,,cancelled\n",
                StandardCharsets.UTF_8);

        assertThat(Ingest.records(routes))
                .extracting(record -> record.path("type").asText())
                .containsExactly("Order Refunded", "Order Completed", "Order Refunded");
    }

    @Test
    void aLargeFileTravelsInPagesThatCutNoReceipt() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int receipt = 0; receipt < 1_700; receipt++) {
            text.append(LINE.replace("R1", "R" + receipt));
        }
        read(text.toString(), StandardCharsets.UTF_8);

        assertThat(Ingest.records(routes))
                .hasSize(1_700)
                .allSatisfy(order ->
                        assertThat(order.path("properties").path("products")).hasSize(2));
        assertThat(routes.bodiesAt("ingest-publish-to-records")).hasSize(4);
    }

    @Test
    void withoutKafkaTheFileIsNotDone() throws IOException {
        routes.at("ingest-publish-to-records").whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("no broker");
        });

        assertThat(read(HEADER + LINE, StandardCharsets.UTF_8).isFailed()).isTrue();
    }

    private Exchange read(String text, Charset encoding) throws IOException {
        Path file = Files.write(folder.resolve("receipts.csv"), text.getBytes(encoding));
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelFileAbsolutePath", file.toString());
        return routes.template()
                .request(
                        "direct:pos-files-read-in",
                        exchange -> exchange.getMessage().setHeaders(headers));
    }
}
