package io.attune.bench.profile;

import io.attune.bench.Topic;
import io.attune.ingest.KeyedRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;

/** The route's turns: empty tables, a full topic, and then as fast as it can. Not thread-safe. */
final class RouteTurns {
    private static final long PAUSE = Duration.ofMillis(5).toNanos();
    private static final long PATIENCE = Duration.ofMinutes(5).toNanos();

    private final RouteInProcess route;
    private final Topic topic;
    private final List<KeyedRecord> records;
    private final Jdbi database;

    RouteTurns(RouteInProcess route, Topic topic, List<KeyedRecord> records, Jdbi database) {
        this.route = route;
        this.topic = topic;
        this.records = records;
        this.database = database;
    }

    /** A turn that does not count, in which every write is noted. */
    List<RecordedTransaction> record() throws Exception {
        WriteJournal journal = WriteJournal.open(database);
        take();
        return journal.close();
    }

    /** Answers how many records a second it was. */
    double take() throws Exception {
        Tables.empty(database);
        topic.fill(records);
        long before = route.done();
        route.run();
        try {
            await(before + records.size());
            return Tables.recordsPerSecond(database, records.size());
        } finally {
            route.stand();
        }
    }

    private void await(long done) {
        long end = System.nanoTime() + PATIENCE;
        while (route.done() < done) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "the route has done " + route.done() + " of " + done + " records after five minutes");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
