package io.attune.feature;

import io.attune.profile.NodeDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads events for counting. Stateless; joins the caller's transaction. */
final class ActivityStore {

    private static final String COLUMNS = ActivityRow.columns(":detailed");

    private final Set<String> eventTypes;
    private final Set<String> detailed;

    ActivityStore(FeatureDefinitions definitions) {
        eventTypes = Set.copyOf(definitions.eventTypes());
        detailed = Set.copyOf(definitions.detailedEventTypes());
    }

    /** The events of the node-days that any measure counts. */
    List<Activity> ofNodeDays(Handle handle, Collection<NodeDay> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("select " + COLUMNS + """
                        from unnest(:nodes, :days::date[]) as wanted (node_id, day)
                        join event e on e.node_id = wanted.node_id
                          and e.occurred_at >= wanted.day::timestamp at time zone 'UTC'
                          and e.occurred_at < (wanted.day + 1)::timestamp at time zone 'UTC'
                        where e.type = any(:types)
                        """)
                .bindArray("nodes", Long.class, days.stream().map(NodeDay::node).toList())
                .bindArray(
                        "days",
                        String.class,
                        days.stream().map(day -> day.day().toString()).toList())
                .bindArray("types", String.class, eventTypes)
                .bindArray("detailed", String.class, detailed)
                .map((row, context) -> ActivityRow.read(row))
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

    /** Every event of the profiles that any measure counts; a profile without any is absent. */
    Map<UUID, List<Activity>> ofProfiles(Handle handle, Collection<UUID> profiles) {
        return handle.createQuery("select m.profile_id, " + COLUMNS + """
                        from membership m join event e on e.node_id = m.node_id
                        where m.profile_id = any(:profiles) and m.until is null and e.type = any(:types)
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .bindArray("types", String.class, eventTypes)
                .bindArray("detailed", String.class, detailed)
                .reduceResultSet(new HashMap<>(), (byProfile, row, context) -> {
                    byProfile
                            .computeIfAbsent(row.getObject("profile_id", UUID.class), any -> new ArrayList<>())
                            .add(ActivityRow.read(row));
                    return byProfile;
                });
    }
}
