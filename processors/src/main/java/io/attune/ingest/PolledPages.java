package io.attune.ingest;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads pages as the sources answer them (bean {@code pages}). Thread-safe. */
public final class PolledPages {
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
}
