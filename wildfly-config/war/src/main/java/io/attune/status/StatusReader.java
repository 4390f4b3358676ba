package io.attune.status;

import io.attune.database.Database;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Counts the hub's tables, one statement each. Thread-safe; meant for people and scrapers, not for every record. */
public final class StatusReader {
    private static final String LATENCY = """
            select percentile_cont(0.5) within group (order by millis) as p50,
                   percentile_cont(0.99) within group (order by millis) as p99
              from (select extract(epoch from sent_at - received_at) * 1000 as millis
                      from delivery
                     where sent_at is not null
                     order by sent_at desc
                     limit 10000) newest
            """;

    private final Database database;
    private final Clock clock;
    private final String node;

    public StatusReader(Database database, Clock clock, String node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    public HubStatus read() {
        return database.inHandle(handle -> new HubStatus(
                clock.instant(),
                counts(handle, "select source, count(*) from record_ledger group by source"),
                counts(handle, "select source, count(*) from reject group by source"),
                count(handle, "select count(*) from reject where state = 'open'"),
                count(handle, "select count(*) from profile where merged_into is null"),
                count(handle, "select count(*) from profile where deferred_at is not null and merged_into is null"),
                count(handle, """
                        select count(distinct profile_id) from score
                        join profile using (profile_id)
                        where value is not null and merged_into is null
                        """),
                counts(handle, "select model, count(value) from score group by model"),
                counts(handle, "select segment, count(*) from segment_membership where until is null group by segment"),
                states(handle, "select channel, state, count(*) from delivery group by channel, state"),
                states(handle, "select channel, state, count(*) from projection group by channel, state"),
                handle.createQuery("select channel from paused_channel order by channel")
                        .mapTo(String.class)
                        .list(),
                latency(handle),
                release(handle)));
    }

    private static long count(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Long.class).one();
    }

    private static Map<String, Long> counts(Handle handle, String query) {
        return handle.createQuery(query).reduceResultSet(new TreeMap<>(), (counts, row, context) -> {
            counts.put(row.getString(1), row.getLong(2));
            return counts;
        });
    }

    private static Map<String, Map<String, Long>> states(Handle handle, String query) {
        return handle.createQuery(query).reduceResultSet(new TreeMap<>(), (states, row, context) -> {
            states.computeIfAbsent(row.getString(1), channel -> new TreeMap<>()).put(row.getString(2), row.getLong(3));
            return states;
        });
    }

    private static Optional<HubStatus.Latency> latency(Handle handle) {
        return handle.createQuery(LATENCY)
                .map((row, context) -> row.getObject("p50") == null
                        ? Optional.<HubStatus.Latency>empty()
                        : Optional.of(new HubStatus.Latency(row.getDouble("p50"), row.getDouble("p99"))))
                .one();
    }

    private Optional<String> release(Handle handle) {
        return handle.createQuery("select release_hash from node_release where node_name = :node")
                .bind("node", node)
                .mapTo(String.class)
                .findOne();
    }
}
