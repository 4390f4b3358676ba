package io.attune.ingest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The row versions of the overlap that Kafka has acknowledged, so that a poll does not send them again. It may forget
 * at any time, and does so with the oldest when there are many: the ledger, not this, decides what is a repetition. Not
 * thread-safe.
 */
public final class RecentRows {
    private static final int MOST = 20_000;

    private final Map<String, Instant> sent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    public boolean holds(Page.Row row) {
        return sent.containsKey(row.version());
    }

    public void add(Page page) {
        page.rows().forEach(row -> sent.put(row.version(), row.changedAt()));
    }

    public void forgetBefore(Instant instant) {
        sent.values().removeIf(changedAt -> changedAt.isBefore(instant));
    }
}
