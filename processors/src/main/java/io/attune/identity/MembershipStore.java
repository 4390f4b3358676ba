package io.attune.identity;

import io.attune.profile.ProfileMerge;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which profile owns which node: the only thing that merge and unmerge change. Stateless and thread-safe. */
final class MembershipStore {
    Map<Long, UUID> ofNodes(Handle handle, Collection<Long> nodes) {
        return handle.createQuery(
                        "select node_id, profile_id from membership where node_id = any(:nodes) and until is null")
                .bindArray("nodes", Long.class, nodes)
                .reduceResultSet(new HashMap<>(), (profiles, row, context) -> {
                    profiles.put(row.getLong("node_id"), row.getObject("profile_id", UUID.class));
                    return profiles;
                });
    }

    /** The profiles that own nodes with an identifier: one each, except where a kind does not join. */
    Map<Long, Set<UUID>> ofIdentifiers(Handle handle, Collection<Long> identifiers) {
        if (identifiers.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery("""
                        select distinct l.identifier_id, m.profile_id
                        from node_identifier l join membership m on m.node_id = l.node_id and m.until is null
                        where l.identifier_id = any(:identifiers)
                        """)
                .bindArray("identifiers", Long.class, identifiers)
                .reduceResultSet(new HashMap<>(), (profiles, row, context) -> {
                    profiles.computeIfAbsent(row.getLong("identifier_id"), identifier -> new HashSet<>())
                            .add(row.getObject("profile_id", UUID.class));
                    return profiles;
                });
    }

    /** Locks the profiles that were not merged meanwhile, in sorted order; answers when each was created. */
    Map<UUID, Instant> lock(Handle handle, Collection<UUID> profiles) {
        if (profiles.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery("""
                        select profile_id, created_at from profile
                        where profile_id = any(:profiles) and merged_into is null
                        order by profile_id for no key update
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .reduceResultSet(new HashMap<>(), (locked, row, context) -> {
                    locked.put(
                            row.getObject("profile_id", UUID.class),
                            row.getTimestamp("created_at").toInstant());
                    return locked;
                });
    }

    void create(Handle handle, Collection<UUID> profiles, Instant now) {
        if (!profiles.isEmpty()) {
            handle.createUpdate("""
                            insert into profile (profile_id, version, created_at, changed_at)
                            select profile_id, 0, :now, :now from unnest(:profiles) as p (profile_id)
                            """)
                    .bindArray("profiles", UUID.class, profiles)
                    .bind("now", now)
                    .execute();
        }
    }

    void add(Handle handle, Map<Long, UUID> memberships, String reason, Instant now) {
        if (!memberships.isEmpty()) {
            List<Long> nodes = List.copyOf(memberships.keySet());
            handle.createUpdate("""
                            insert into membership (node_id, profile_id, since, reason)
                            select node_id, profile_id, :now, :reason
                            from unnest(:nodes, :profiles) as m (node_id, profile_id)
                            """)
                    .bindArray("nodes", Long.class, nodes)
                    .bindArray(
                            "profiles",
                            UUID.class,
                            nodes.stream().map(memberships::get).toList())
                    .bind("now", now)
                    .bind("reason", reason)
                    .execute();
        }
    }

    /**
     * Moves every node of the merged profiles to their survivors. Two changes of one node in the same instant are kept a microsecond
     * apart, since a membership is known by its beginning.
     */
    void merge(Handle handle, Collection<ProfileMerge> merges, Instant now) {
        if (merges.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        with merges as (
                          select * from unnest(:merged, :survivors) as m (merged, survivor)
                        ), ended as (
                          update membership set until = greatest(:now, since + interval '1 microsecond')
                          from merges where profile_id = merged and until is null
                          returning node_id, until, merged, survivor
                        ), moved as (
                          insert into membership (node_id, profile_id, since, reason)
                          select node_id, survivor, until, 'merge:' || merged from ended
                        )
                        update profile set merged_into = survivor, version = version + 1, changed_at = :now, deferred_at = null
                        from merges where profile_id = merged
                        """)
                .bindArray(
                        "merged",
                        UUID.class,
                        merges.stream().map(ProfileMerge::merged).toList())
                .bindArray(
                        "survivors",
                        UUID.class,
                        merges.stream().map(ProfileMerge::survivor).toList())
                .bind("now", now)
                .execute();
    }

    /** Raises the versions, and marks the deferred ones; answers the new versions. */
    Map<UUID, Long> change(Handle handle, Set<UUID> live, Set<UUID> deferred, Instant now) {
        Set<UUID> changed = new HashSet<>(live);
        changed.addAll(deferred);
        return handle.createQuery("""
                        update profile set version = version + 1, changed_at = :now,
                          deferred_at = case when profile_id = any(:deferred)
                            then coalesce(deferred_at, :now) else deferred_at end
                        where profile_id = any(:changed)
                        returning profile_id, version
                        """)
                .bindArray("changed", UUID.class, changed)
                .bindArray("deferred", UUID.class, deferred)
                .bind("now", now)
                .reduceResultSet(new HashMap<>(), (versions, row, context) -> {
                    versions.put(row.getObject("profile_id", UUID.class), row.getLong("version"));
                    return versions;
                });
    }
}
