package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads pages as the sources answer them (bean {@code pages}). Thread-safe. */
public final class PolledPages {
    private final ObjectMapper json = new ObjectMapper();

    /**
     * A page of an SQL query that selects {@code id}, {@code changed_at} and {@code document} (JSON as text), in the order
     * of the first two.
     *
     * @param limit of the query: a page that is shorter is the last one
     */
    public Page ofRows(List<Map<String, Object>> rows, int limit) {
        List<Page.Row> page = rows.stream()
                .map(row -> new Page.Row(
                        String.valueOf(row.get("id")),
                        ((Timestamp) row.get("changed_at")).toInstant(),
                        String.valueOf(row.get("document"))))
                .toList();
        return new Page(page, Optional.empty(), page.size() == limit);
    }

    /** A page of a Salesforce query whose rows have {@code Id} and {@code SystemModstamp}. */
    public Page ofSalesforce(InputStream answer) throws IOException {
        JsonNode tree;
        try (answer) {
            tree = json.readTree(answer);
        }
        List<Page.Row> rows = new ArrayList<>();
        for (JsonNode row : tree.path("records")) {
            Instant changedAt = SourceTime.instant(row.path("SystemModstamp").asText())
                    .orElseThrow(() -> new IOException("Salesforce answered a row without SystemModstamp"));
            rows.add(new Page.Row(row.path("Id").asText(), changedAt, row.toString()));
        }
        Optional<String> next = Optional.of(tree.path("nextRecordsUrl").asText(""))
                .filter(url -> !tree.path("done").asBoolean(true) && !url.isEmpty());
        return new Page(rows, next, next.isPresent());
    }
}
