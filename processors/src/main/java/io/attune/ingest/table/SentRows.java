package io.attune.ingest.table;

import java.util.HashMap;
import java.util.Map;

/**
 * The row versions of the overlap that Kafka has, so that a poll does not send them again. It may forget at any time: the
 * ledger, not this, decides what is a repetition. Not thread-safe.
 */
final class SentRows {
    private static final int MOST = 50_000;

    private final Map<String, Mark> sent = new HashMap<>();

    boolean hold(TablePage.Row row) {
        return sent.containsKey(row.version());
    }

    void add(TablePage page) {
        if (sent.size() + page.rows().size() > MOST) {
            sent.clear();
        }
        page.rows().forEach(row -> sent.put(row.version(), row.mark()));
    }

    void forgetBefore(Mark mark) {
        sent.values().removeIf(each -> each.compareTo(mark) < 0);
    }
}
