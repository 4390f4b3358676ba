package io.attune.feature;

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
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads events for counting, and keeps the table {@code activity_day}. Stateless; joins the caller's transaction. */
final class ActivityStore {

    private final Set<String> eventTypes;
    private final List<Integer> beyond;

    ActivityStore(FeatureDefinitions definitions) {
        eventTypes = Set.copyOf(definitions.eventTypes());
        beyond = definitions.windows().stream().map(window -> window + 1).toList();
    }

    /** The events of the node-days that any measure counts. */
    List<Activity> ofNodeDays(Handle handle, Collection<NodeDay> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                        select e.node_id, e.source, e.type, e.occurred_at,
                               (coalesce(e.amount, 0) * 10000)::bigint as amount
                        from unnest(:nodes, :days::date[]) as wanted (node_id, day)
                        join event e on e.node_id = wanted.node_id
                          and e.occurred_at >= wanted.day::timestamp at time zone 'UTC'
                          and e.occurred_at < (wanted.day + 1)::timestamp at time zone 'UTC'
                        where e.type = any(:types)
                        """)
                .bindArray("nodes", Long.class, days.stream().map(NodeDay::node).toList())
                .bindArray("days", String.class, dates(days))
                .bindArray("types", String.class, eventTypes)
                .map((row, context) -> activity(row))
                .list();
    }

    /** Every day of the profiles' nodes on which something happened that is counted. */
    List<NodeDay> activeDays(Handle handle, Collection<UUID> profiles) {
        return handle.createQuery("""
                        select distinct e.node_id, (e.occurred_at at time zone 'UTC')::date as day
                        from membership m join event e on e.node_id = m.node_id
                        where m.profile_id = any(:profiles) and m.until is null and e.type = any(:types)
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .bindArray("types", String.class, eventTypes)
                .map((row, context) -> new NodeDay(row.getLong("node_id"), row.getObject("day", LocalDate.class)))
                .list();
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
                .bindArray("nodes", Long.class, days.stream().map(NodeDay::node).toList())
                .bindArray("days", String.class, dates(days))
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
                        select m.profile_id, a.measure,
                               min(a.day) - date '1970-01-01' as first_day, max(a.day) - date '1970-01-01' as last_day,
                               sum(a.count)::bigint as count, sum(a.amount)::bigint as amount,
                               case when a.last_at >= :asOf then a.node_id end as node_ahead
                        from membership m
                        -- offset 0 keeps the planner from reading the whole table for a few people of many
                        cross join lateral (
                          select * from activity_day of_node
                          where of_node.node_id = m.node_id and of_node.day <= :today offset 0) a
                        where m.profile_id = any(:profiles) and m.until is null
                        group by m.profile_id, a.measure, width_bucket(:today - a.day, :beyond), node_ahead
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .bindArray("beyond", Integer.class, beyond)
                .bind("asOf", asOf)
                .bind("today", Statistic.date(asOf))
                .reduceResultSet(new HashMap<>(), (byProfile, row, context) -> {
                    byProfile
                            .computeIfAbsent(row.getObject("profile_id", UUID.class), any -> new ArrayList<>())
                            .add(span(row));
                    return byProfile;
                });
    }

    /** Every event of the profiles that any measure counts; a profile without any is absent. */
    Map<UUID, List<Activity>> ofProfiles(Handle handle, Collection<UUID> profiles) {
        return handle.createQuery("""
                        select m.profile_id, e.node_id, e.source, e.type, e.occurred_at,
                               (coalesce(e.amount, 0) * 10000)::bigint as amount
                        from membership m join event e on e.node_id = m.node_id
                        where m.profile_id = any(:profiles) and m.until is null and e.type = any(:types)
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .bindArray("types", String.class, eventTypes)
                .reduceResultSet(new HashMap<>(), (byProfile, row, context) -> {
                    byProfile
                            .computeIfAbsent(row.getObject("profile_id", UUID.class), any -> new ArrayList<>())
                            .add(activity(row));
                    return byProfile;
                });
    }

    /** Every stored aggregate of the profiles' nodes; a profile without any is absent. */
    Map<UUID, List<DayAggregate>> stored(Handle handle, Collection<UUID> profiles) {
        return handle.createQuery("""
                        select m.profile_id, a.node_id, a.measure, a.day - date '1970-01-01' as day, a.count, a.amount,
                               a.first_at, a.last_at
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

    private static void insert(Handle handle, List<DayAggregate> aggregates) {
        if (aggregates.isEmpty()) {
            return;
        }
        List<DayTotal> totals = aggregates.stream().map(DayAggregate::total).toList();
        handle.createUpdate("""
                        insert into activity_day (node_id, measure, day, count, amount, first_at, last_at)
                        select * from unnest(:nodes, :measures, :days::date[], :counts, :amounts,
                                             :firsts::timestamptz[], :lasts::timestamptz[])
                        """)
                .bindArray(
                        "nodes", Long.class, totals.stream().map(DayTotal::node).toList())
                .bindArray(
                        "measures",
                        String.class,
                        totals.stream().map(DayTotal::measure).toList())
                .bindArray(
                        "days",
                        String.class,
                        texts(totals.stream().map(DayTotal::day).toList()))
                .bindArray(
                        "counts",
                        Long.class,
                        totals.stream().map(DayTotal::count).toList())
                .bindArray(
                        "amounts",
                        Long.class,
                        totals.stream().map(DayTotal::amount).toList())
                .bindArray(
                        "firsts",
                        String.class,
                        texts(aggregates.stream().map(DayAggregate::firstAt).toList()))
                .bindArray(
                        "lasts",
                        String.class,
                        texts(aggregates.stream().map(DayAggregate::lastAt).toList()))
                .execute();
    }

    private static List<String> dates(Collection<NodeDay> days) {
        return texts(days.stream().map(NodeDay::day).toList());
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static Activity activity(ResultSet row) throws SQLException {
        return new Activity(
                row.getLong("node_id"),
                row.getString("source"),
                row.getString("type"),
                instant(row, "occurred_at"),
                row.getLong("amount"));
    }

    private static StoredSpan span(ResultSet row) throws SQLException {
        SpanTotal total = new SpanTotal(
                row.getString("measure"),
                LocalDate.ofEpochDay(row.getInt("first_day")),
                LocalDate.ofEpochDay(row.getInt("last_day")),
                row.getLong("count"),
                row.getLong("amount"));
        long nodeAhead = row.getLong("node_ahead");
        return new StoredSpan(total, row.wasNull() ? OptionalLong.empty() : OptionalLong.of(nodeAhead));
    }

    private static DayTotal total(ResultSet row) throws SQLException {
        return new DayTotal(
                row.getLong("node_id"),
                row.getString("measure"),
                LocalDate.ofEpochDay(row.getInt("day")),
                row.getLong("count"),
                row.getLong("amount"));
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
