package io.attune.identity;

import io.attune.profile.ProfileMerge;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Ends what was derived of merged profiles: it is computed anew for their survivors. A survivor goes on with the segments of the
 * merged, so that nobody is greeted twice; messages that wait move to it, except where it has one of the same campaign and
 * occurrence. Stateless and thread-safe.
 */
final class Retirement {
    void retire(Handle handle, Collection<ProfileMerge> merges, Instant now) {
        if (merges.isEmpty()) {
            return;
        }
        run(handle, merges, now, "delete from feature_vector where profile_id = any(:merged)");
        run(handle, merges, now, "delete from score where profile_id = any(:merged)");
        run(handle, merges, now, "delete from projection where profile_id = any(:merged)");
        run(handle, merges, now, """
                insert into segment_membership (profile_id, segment, since, release_hash)
                select m.survivor, s.segment, min(s.since), min(s.release_hash)
                from unnest(:merged, :survivors) as m (merged, survivor)
                join segment_membership s on s.profile_id = m.merged and s.until is null
                where not exists (
                  select from segment_membership o
                  where o.profile_id = m.survivor and o.segment = s.segment and o.until is null)
                group by m.survivor, s.segment
                on conflict (profile_id, segment, since) do update set until = null
                """);
        run(handle, merges, now, """
                update segment_membership set until = greatest(:now, since)
                where profile_id = any(:merged) and until is null
                """);
        run(handle, merges, now, """
                with moved as (
                  select distinct on (m.survivor, d.campaign, d.occurrence) d.delivery_id, m.survivor
                  from unnest(:merged, :survivors) as m (merged, survivor)
                  join delivery d on d.profile_id = m.merged and d.state = 'pending'
                  where not exists (
                    select from delivery o
                    where o.profile_id = m.survivor and o.campaign = d.campaign and o.occurrence = d.occurrence)
                  order by m.survivor, d.campaign, d.occurrence, d.created_at, d.delivery_id
                )
                update delivery d set profile_id = moved.survivor from moved
                where d.delivery_id = moved.delivery_id and d.state = 'pending'
                """);
        run(handle, merges, now, """
                update delivery set state = 'expired', reason = 'the profile was merged; its survivor has this message'
                where profile_id = any(:merged) and state = 'pending'
                """);
    }

    private static void run(Handle handle, Collection<ProfileMerge> merges, Instant now, String sql) {
        var update = handle.createUpdate(sql)
                .bindArray(
                        "merged",
                        UUID.class,
                        merges.stream().map(ProfileMerge::merged).toList());
        if (sql.contains(":survivors")) {
            update.bindArray(
                    "survivors",
                    UUID.class,
                    merges.stream().map(ProfileMerge::survivor).toList());
        }
        if (sql.contains(":now")) {
            update.bind("now", now);
        }
        update.execute();
    }
}
