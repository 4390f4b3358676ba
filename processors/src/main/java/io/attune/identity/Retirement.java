package io.attune.identity;

import io.attune.profile.ProfileMerge;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Ends what was derived of merged profiles: it is computed anew for their survivors. Messages that wait move to the survivor,
 * except where the survivor has one of the same campaign and occurrence. Stateless and thread-safe.
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
                update delivery d set profile_id = moved.survivor from moved where d.delivery_id = moved.delivery_id
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
