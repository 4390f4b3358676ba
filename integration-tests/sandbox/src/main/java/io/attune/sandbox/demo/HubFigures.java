package io.attune.sandbox.demo;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Counts what the hub's database holds, by SQL of the demo's own: an oracle that shares no code with the hub. Thread-safe. */
public final class HubFigures {
    private final Jdbi database;

    public HubFigures(DataSource database) {
        this.database = Jdbi.create(database);
    }

    /** Accepted records by source. */
    public SortedMap<String, Long> records() {
        return counts("select source, count(*) from record_ledger group by source");
    }

    /** Records that failed, by source, whether replayed since or not. */
    public SortedMap<String, Long> rejects() {
        return counts("select source, count(*) from reject group by source");
    }

    /** Profiles that own at least one identity node. */
    public long profiles() {
        return count("select count(distinct profile_id) from membership where until is null");
    }

    /** Profiles with a score of any model. */
    public long scored() {
        return count("select count(distinct profile_id) from score where value is not null");
    }

    /** Profiles whose features and scores wait for the re-scoring job. */
    public long deferred() {
        return count("select count(*) from profile where deferred_at is not null");
    }

    /** People in each segment now. */
    public SortedMap<String, Long> segments() {
        return counts("select segment, count(*) from segment_membership where until is null group by segment");
    }

    public SortedMap<String, SortedMap<String, Long>> deliveries() {
        return statesByChannel("delivery");
    }

    public SortedMap<String, SortedMap<String, Long>> projections() {
        return statesByChannel("projection");
    }

    /** Messages of each campaign by state. */
    public SortedMap<String, SortedMap<String, Long>> campaigns() {
        return nested("select campaign, state, count(*) from delivery group by campaign, state");
    }

    /** Messages and projections that are still on their way. */
    public long undelivered() {
        return count("select (select count(*) from delivery where state in ('pending', 'sending', 'unknown'))"
                + " + (select count(*) from projection where state in ('pending', 'sending'))");
    }

    private SortedMap<String, SortedMap<String, Long>> statesByChannel(String table) {
        return nested("select channel, state, count(*) from " + table + " group by channel, state");
    }

    private SortedMap<String, SortedMap<String, Long>> nested(String sql) {
        SortedMap<String, SortedMap<String, Long>> result = new TreeMap<>();
        database.useHandle(handle -> handle.createQuery(sql)
                .map((row, context) -> {
                    result.computeIfAbsent(row.getString(1), key -> new TreeMap<>())
                            .put(row.getString(2), row.getLong(3));
                    return row.getLong(3);
                })
                .list());
        return result;
    }

    private SortedMap<String, Long> counts(String sql) {
        Map<String, Long> counted = database.withHandle(handle -> handle.createQuery(sql)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
        return new TreeMap<>(counted);
    }

    private long count(String sql) {
        return database.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
