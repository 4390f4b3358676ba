package io.attune.segment;

import io.attune.profile.ProfileMerge;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Table segment_membership. Stateless; every method runs in the caller's transaction. */
final class MembershipStore {

    private static final String CURRENT = """
            select profile_id, segment, since
              from segment_membership
             where profile_id = any(:profiles) and until is null
            """;

    // What a merged profile was in until this very moment, its survivor is in since then.
    private static final String INHERITED = """
            select merge.survivor as profile_id, membership.segment, min(membership.since) as since
              from unnest(:merged, :survivors) as merge(merged, survivor)
              join segment_membership membership on membership.profile_id = merge.merged
             where membership.until >= :now
             group by merge.survivor, membership.segment
            """;

    private static final String ENTER = """
            insert into segment_membership (profile_id, segment, since, release_hash)
            select profile_id, segment, since, :release
              from unnest(:profiles, :segments, :sinces::timestamptz[]) as entered(profile_id, segment, since)
                on conflict (profile_id, segment, since) do update set until = null
            """;

    private static final String LEAVE = """
            update segment_membership membership
               set until = greatest(:now, since)
              from unnest(:profiles, :segments) as gone(profile_id, segment)
             where membership.profile_id = gone.profile_id
               and membership.segment = gone.segment
               and membership.until is null
            """;

    /** The segments of each profile and since when. */
    Map<UUID, Map<String, Instant>> current(Handle handle, Collection<UUID> profiles) {
        Map<UUID, Map<String, Instant>> current = new HashMap<>();
        handle.createQuery(CURRENT)
                .bindArray("profiles", UUID.class, profiles)
                .map((row, context) -> current.computeIfAbsent(
                                row.getObject("profile_id", UUID.class), profile -> new HashMap<>())
                        .put(
                                row.getString("segment"),
                                row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
        return current;
    }

    Map<UUID, Map<String, Instant>> inherited(Handle handle, Collection<ProfileMerge> merges, Instant now) {
        Map<UUID, Map<String, Instant>> inherited = new HashMap<>();
        if (merges.isEmpty()) {
            return inherited;
        }
        handle.createQuery(INHERITED)
                .bindArray(
                        "merged",
                        UUID.class,
                        merges.stream().map(ProfileMerge::merged).toList())
                .bindArray(
                        "survivors",
                        UUID.class,
                        merges.stream().map(ProfileMerge::survivor).toList())
                .bind("now", at(now))
                .map((row, context) -> inherited
                        .computeIfAbsent(row.getObject("profile_id", UUID.class), profile -> new HashMap<>())
                        .put(
                                row.getString("segment"),
                                row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
        return inherited;
    }

    void enter(Handle handle, List<MembershipChange> changes, String release) {
        if (changes.isEmpty()) {
            return;
        }
        handle.createUpdate(ENTER)
                .bind("release", release)
                .bindArray(
                        "profiles",
                        UUID.class,
                        changes.stream().map(MembershipChange::profile).toList())
                .bindArray(
                        "segments",
                        String.class,
                        changes.stream().map(MembershipChange::segment).toList())
                .bindArray(
                        "sinces",
                        String.class,
                        changes.stream()
                                .map(change -> change.since().toString())
                                .toList())
                .execute();
    }

    void leave(Handle handle, List<MembershipChange> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        handle.createUpdate(LEAVE)
                .bind("now", at(now))
                .bindArray(
                        "profiles",
                        UUID.class,
                        changes.stream().map(MembershipChange::profile).toList())
                .bindArray(
                        "segments",
                        String.class,
                        changes.stream().map(MembershipChange::segment).toList())
                .execute();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
