package io.attune.routes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.database.PostgresDatabase;
import io.attune.routes.HubRoutes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
    private static final String HEADER = "Receipt,Sold at,Total,Currency,Loyalty id,Item,Name,Quantity,Price,Kind\n";
    private static final String LINE = """
            R1,2026-05-30T10:00:00+02:00,17.50,EUR,L1,P1,Kettle,1,12.50,
            R1,2026-05-30T10:00:00+02:00,17.50,EUR,L1,P2,"Cup, blue",1,5.00,
            """;

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path folder;

    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        routes = HubRoutes.of("ingest/csv.camel.yaml", "ingest/publish.camel.yaml")
                .bean("csvFiles", Ingest.csvFiles(POSTGRES, folder));
        Ingest.bind(routes);
        routes.start();
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
                .containsExactly("Order Refunded", "Order Completed", "Order Cancelled");
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
    void aColumnMayHaveAnotherName() throws IOException {
        read(
                "Bon;Receipt No.;SALE TIME;Amount;Currency code\n1;R7;2026-05-30T10:00:00Z;3,20;EUR\n",
                StandardCharsets.UTF_8);

        assertThat(Ingest.records(routes))
                .singleElement()
                .satisfies(order -> assertThat(order.path("key").asText()).isEqualTo("pos:file:R7:sale"));
    }

    @Test
    void everyUsualEncodingIsRead() throws IOException {
        String text = "receipt\tsold_at\ttotal\tcurrency\tstore\nR8\t2026-05-30T10:00:00Z\t1\tEUR\tKøbenhavn\n";

        read("\uFEFF" + text, StandardCharsets.UTF_8);
        read(text, StandardCharsets.UTF_16);
        read("\uFEFF" + text, StandardCharsets.UTF_16LE);
        read(text, Charset.forName("windows-1252"));

        assertThat(Ingest.rejects(routes)).isEmpty();
        assertThat(Ingest.records(routes))
                .hasSize(4)
                .allSatisfy(order -> assertThat(
                                order.path("properties").path("store").asText())
                        .isEqualTo("København"));
    }

    @Test
    void aHeaderThatLacksAColumnKeepsTheFileAsideAndSaysWhatToDo() throws IOException {
        Exchange exchange = read("receipt,total,currency\nR9,1,EUR\n", StandardCharsets.UTF_8);

        assertThat(aside(exchange)).startsWith(".failed/").endsWith("-FILE_HEADER-receipts.csv");
        assertThat(Ingest.records(routes)).isEmpty();
        assertThat(Ingest.rejects(routes)).singleElement().satisfies(reject -> {
            assertThat(reject.path("place").asText()).isEqualTo("receipts.csv:1");
            assertThat(reject.path("reason").asText())
                    .contains("no column sold_at")
                    .contains("connectors-config/csv/pos.yaml");
            assertThat(reject.path("original").asText()).isEqualTo("receipt | total | currency");
        });
        assertThat(known()).isEqualTo("failed 0");
    }

    @Test
    void whatWasReadBeforeIsRecognisedUnderAnyName() throws IOException {
        Exchange first = read(HEADER + LINE, StandardCharsets.UTF_8);
        Exchange again = read("again.csv", HEADER + LINE, StandardCharsets.UTF_8);

        assertThat(aside(first)).startsWith(".done/").endsWith("-receipts.csv");
        assertThat(aside(again)).startsWith(".repeated/").endsWith("-again.csv");
        assertThat(Ingest.records(routes)).hasSize(1);
        assertThat(known())
                .as("of the one content, and how often it came again")
                .isEqualTo("read 1");
    }

    @Test
    void aChangedFileIsReadAndItsOldLinesKeepTheirKeys() throws IOException {
        read(HEADER + LINE, StandardCharsets.UTF_8);
        read(HEADER + LINE + LINE.replace("R1", "R2"), StandardCharsets.UTF_8);

        assertThat(Ingest.records(routes))
                .extracting(order -> order.path("key").asText())
                .as("the ledger drops the second of two equal keys")
                .containsExactly("pos:file:R1:sale", "pos:file:R1:sale", "pos:file:R2:sale");
    }

    @Test
    void aFileThatBrokeOffIsReadAgain() throws IOException {
        routes.at("ingest-publish-to-records").whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("no broker");
        });
        assertThat(read(HEADER + LINE, StandardCharsets.UTF_8).isFailed())
                .as("without Kafka the file is not done")
                .isTrue();
        routes.at("ingest-publish-to-records").reset();

        assertThat(aside(read(HEADER + LINE, StandardCharsets.UTF_8))).startsWith(".done/");
        assertThat(Ingest.records(routes)).hasSize(1);
    }

    private static String aside(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getProperty("attuneAside", String.class);
    }

    private static String known() {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery("select state || ' ' || repeats from source_file")
                        .mapTo(String.class)
                        .one());
    }

    private Exchange read(String text, Charset encoding) throws IOException {
        return read("receipts.csv", text, encoding);
    }

    private Exchange read(String name, String text, Charset encoding) throws IOException {
        Path file = Files.write(folder.resolve(name), text.getBytes(encoding));
        return routes.template().request("direct:ingest-csv", exchange -> {
            exchange.setProperty("attuneForm", "pos");
            exchange.getMessage().setHeader(Exchange.FILE_NAME_ONLY, name);
            exchange.getMessage().setBody(file.toFile());
        });
    }
}
