package io.attune.sandbox.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Counts what the hub's database holds, by SQL of the demo's own: an oracle that shares no code with the hub. Thread-safe. */
public final class HubFigures {
    // A message that the re-scoring job decided has no event to count from: it was received when the job ran.
    private static final String LATENCY = """
            select percentile_cont(0.5) within group (order by millis), percentile_cont(0.99) within group (order by millis)
            from (select extract(epoch from sent_at - received_at) * 1000 as millis
                  from delivery where sent_at is not null) as sent
            """;

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

    /** The latest score of a model by profile. */
    public Map<UUID, Double> scores(String model) {
        return database.withHandle(handle -> handle.createQuery(
                        "select profile_id, value from score where model = :model and value is not null")
                .bind("model", model)
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getDouble(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** From receiving the event to the channel's accepting the message that it caused. */
    public DemoReport.Latency latency() {
        return database.withHandle(handle -> handle.createQuery(LATENCY)
                .map((row, context) -> new DemoReport.Latency(optional(row, 1), optional(row, 2)))
                .one());
    }

    private static OptionalDouble optional(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
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
