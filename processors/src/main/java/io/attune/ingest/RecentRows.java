package io.attune.ingest;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The row versions of the overlap that Kafka has acknowledged, so that a poll does not send them again. It may forget
 * at any time: the ledger, not this, decides what is a repetition. Not thread-safe.
 */
final class RecentRows {
    private final Map<String, Instant> sent = new HashMap<>();

    boolean holds(Page.Row row) {
        return sent.containsKey(row.version());
    }

    void add(Page page) {
        page.rows().forEach(row -> sent.put(row.version(), row.changedAt()));
    }

    void forgetBefore(Instant instant) {
        sent.values().removeIf(changedAt -> changedAt.isBefore(instant));
    }
}
