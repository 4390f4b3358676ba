package io.attune.ingest.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.ingest.Page;
import io.attune.ingest.SourceTime;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/** Reads pages as Salesforce answers them (bean {@code salesforcePages}). Thread-safe. */
public final class SalesforcePages {
    private static final String LOCATOR = "Sforce-Locator";
    private static final String COUNT = "Sforce-NumberOfRecords";
    private static final String LAST = "null";

    private final ObjectMapper json = new ObjectMapper();
    private final LongTexts texts;

    /** @param maximumTextLength what a text is cut to, as the rest of the way takes no longer one */
    public SalesforcePages(int maximumTextLength) {
        this.texts = new LongTexts(maximumTextLength);
    }

    /**
     * A page of a query job's results, as CSV.
     *
     * @throws IOException when it is not whole
     */
    public Page ofResults(Exchange exchange) throws IOException {
        List<Page.Row> rows = new ArrayList<>();
        try (InputStream answer = body(exchange)) {
            for (ObjectNode row : new BulkRows(answer)) {
                rows.add(row(row));
            }
        }
        String promised = exchange.getMessage().getHeader(COUNT, String.valueOf(rows.size()), String.class);
        if (!promised.equals(String.valueOf(rows.size()))) {
            throw new IOException(
                    "Salesforce announced a page of " + promised + " rows, but " + rows.size() + " arrived");
        }
        Optional<String> next = Optional.of(exchange.getMessage().getHeader(LOCATOR, LAST, String.class))
                .filter(locator -> !locator.equals(LAST));
        return new Page(rows, next, next.isPresent());
    }

    /** A page of a query, as JSON. */
    public Page ofQuery(Exchange exchange) throws IOException {
        JsonNode tree;
        try (InputStream answer = body(exchange)) {
            tree = json.readTree(answer);
        }
        List<Page.Row> rows = new ArrayList<>();
        for (JsonNode row : tree.path("records")) {
            if (!(row instanceof ObjectNode object)) {
                throw new IOException("Salesforce answered a row that is no object");
            }
            object.remove("attributes");
            rows.add(row(object));
        }
        Optional<String> next = Optional.of(tree.path("nextRecordsUrl").asText(""))
                .filter(url -> !tree.path("done").asBoolean(true) && !url.isEmpty());
        return new Page(rows, next, next.isPresent());
    }

    private Page.Row row(ObjectNode row) throws IOException {
        Instant changedAt = SourceTime.instant(row.path("SystemModstamp").asText())
                .orElseThrow(() -> new IOException("Salesforce answered a row without SystemModstamp"));
        texts.cut(row);
        return new Page.Row(row.path("Id").asText(), changedAt, row.toString());
    }

    private static InputStream body(Exchange exchange) throws IOException {
        InputStream body = exchange.getMessage().getBody(InputStream.class);
        if (body == null) {
            throw new IOException("Salesforce answered nothing");
        }
        return body;
    }
}
