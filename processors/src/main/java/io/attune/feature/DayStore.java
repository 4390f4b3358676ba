package io.attune.feature;

import io.attune.feature.calculation.SpanTotal;
import io.attune.feature.calculation.Statistic;
import io.attune.profile.NodeDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Keeps the table {@code activity_day}. Stateless; joins the caller's transaction. */
final class DayStore {

    private final List<Integer> edges;
    private final List<String> separate;
    private final List<Integer> separateDays;

    DayStore(FeatureDefinitions definitions) {
        Map<String, Integer> apart = definitions.separateDays();
        edges = definitions.edges();
        separate = apart.keySet().stream().sorted().toList();
        separateDays = separate.stream().map(apart::get).toList();
    }

    /** Puts new aggregates in the place of whatever was there for the node-days. */
    void replace(Handle handle, Collection<NodeDay> days, List<DayAggregate> aggregates) {
        if (days.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        delete from activity_day a
                        using unnest(:nodes, :days::date[]) as wanted (node_id, day)
                        where a.node_id = wanted.node_id and a.day = wanted.day
                        """)
                .bindArray("nodes", Long.class, column(days, NodeDay::node))
                .bindArray("days", String.class, column(days, day -> day.day().toString()))
                .execute();
        insert(handle, aggregates);
    }

    /** Forgets every aggregate of the profiles' nodes. */
    void clear(Handle handle, Collection<UUID> profiles) {
        handle.createUpdate("""
                        delete from activity_day a using membership m
                        where a.node_id = m.node_id and m.until is null and m.profile_id = any(:profiles)
                        """).bindArray("profiles", UUID.class, profiles).execute();
    }

    /** What the profiles' nodes counted up to the day of a moment; a profile without anything is absent. */
    Map<UUID, List<StoredSpan>> spans(Handle handle, Collection<UUID> profiles, Instant asOf) {
        return handle.createQuery("""
                        select profile_id, measure, key,
                               min(day) - date '1970-01-01' as first_day, max(day) - date '1970-01-01' as last_day,
                               sum(count)::bigint as count, sum(amount)::bigint as amount, max(largest) as largest,
                               node_ahead,
                               case when apart is not null then min(first_at) end as first_at,
                               case when apart is not null then max(last_at) end as last_at
                        from (
                          select m.profile_id, a.*,
                                 case when a.last_at >= :asOf then a.node_id end as node_ahead,
                                 case when :today - a.day
                                   <= (cast(:separateDays as integer[]))[array_position(cast(:separate as text[]), a.measure)]
                                   then a.day end as apart
                          from membership m
                          -- offset 0 keeps the planner from reading the whole table for a few people of many
                          cross join lateral (
                            select * from activity_day of_node
                            where of_node.node_id = m.node_id and of_node.day <= :today offset 0) a
                          where m.profile_id = any(:profiles) and m.until is null) known
                        group by profile_id, measure, key, width_bucket(:today - day, :edges), apart, node_ahead
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .bindArray("edges", Integer.class, edges)
                .bindArray("separate", String.class, separate)
                .bindArray("separateDays", Integer.class, separateDays)
                .bind("asOf", asOf)
                .bind("today", Statistic.date(asOf))
                .reduceResultSet(new HashMap<>(), (byProfile, row, context) -> {
                    byProfile
                            .computeIfAbsent(row.getObject("profile_id", UUID.class), any -> new ArrayList<>())
                            .add(span(row));
                    return byProfile;
                });
    }

    /** Every stored aggregate of the profiles' nodes; a profile without any is absent. */
    Map<UUID, List<DayAggregate>> stored(Handle handle, Collection<UUID> profiles) {
        return handle.createQuery("""
                        select m.profile_id, a.node_id, a.measure, a.key, a.day - date '1970-01-01' as day, a.count, a.amount,
                               a.largest, a.first_at, a.last_at
                        from membership m join activity_day a on a.node_id = m.node_id
                        where m.profile_id = any(:profiles) and m.until is null
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .reduceResultSet(new HashMap<>(), (byProfile, row, context) -> {
                    byProfile
                            .computeIfAbsent(row.getObject("profile_id", UUID.class), any -> new ArrayList<>())
                            .add(new DayAggregate(total(row), instant(row, "first_at"), instant(row, "last_at")));
                    return byProfile;
                });
    }

    private static void insert(Handle handle, List<DayAggregate> days) {
        if (days.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        insert into activity_day (node_id, measure, key, day, count, amount, largest, first_at, last_at)
                        select * from unnest(:nodes, :measures, :keys, :days::date[], :counts, :amounts, :largests,
                                             :firsts::timestamptz[], :lasts::timestamptz[])
                        """)
                .bindArray("nodes", Long.class, column(days, day -> day.total().node()))
                .bindArray(
                        "measures",
                        String.class,
                        column(days, day -> day.total().measure()))
                .bindArray("keys", String.class, column(days, day -> day.total().key()))
                .bindArray(
                        "days",
                        String.class,
                        column(days, day -> day.total().day().toString()))
                .bindArray("counts", Long.class, column(days, day -> day.total().count()))
                .bindArray(
                        "amounts", Long.class, column(days, day -> day.total().amount()))
                .bindArray(
                        "largests", Long.class, column(days, day -> day.total().largest()))
                .bindArray(
                        "firsts",
                        String.class,
                        column(days, day -> day.firstAt().toString()))
                .bindArray(
                        "lasts", String.class, column(days, day -> day.lastAt().toString()))
                .execute();
    }

    private static <T, R> List<R> column(Collection<T> rows, Function<T, R> value) {
        return rows.stream().map(value).toList();
    }

    private static StoredSpan span(ResultSet row) throws SQLException {
        SpanTotal total = new SpanTotal(
                row.getString("measure"),
                row.getString("key"),
                LocalDate.ofEpochDay(row.getInt("first_day")),
                LocalDate.ofEpochDay(row.getInt("last_day")),
                row.getLong("count"),
                row.getLong("amount"),
                row.getLong("largest"),
                times(row));
        long nodeAhead = row.getLong("node_ahead");
        return new StoredSpan(total, row.wasNull() ? OptionalLong.empty() : OptionalLong.of(nodeAhead));
    }

    private static Optional<SpanTotal.Times> times(ResultSet row) throws SQLException {
        OffsetDateTime first = row.getObject("first_at", OffsetDateTime.class);
        return first == null
                ? Optional.empty()
                : Optional.of(new SpanTotal.Times(first.toInstant(), instant(row, "last_at")));
    }

    private static DayTotal total(ResultSet row) throws SQLException {
        return new DayTotal(
                row.getLong("node_id"),
                row.getString("measure"),
                row.getString("key"),
                LocalDate.ofEpochDay(row.getInt("day")),
                row.getLong("count"),
                row.getLong("amount"),
                row.getLong("largest"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * Stored days, summed.
     *
     * @param nodeAhead the node of a day that holds events at or after the moment that was asked for
     */
    record StoredSpan(SpanTotal total, OptionalLong nodeAhead) {}
}
