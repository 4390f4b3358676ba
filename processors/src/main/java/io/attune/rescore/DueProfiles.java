package io.attune.rescore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Which profiles a run concerns: deferred ones, and those whose vector is of an earlier UTC day, since no feature moves by
 * time within one. Stateless; joins the caller's transaction.
 */
final class DueProfiles {

    private static final String DUE = """
            from profile p left join feature_vector v on v.profile_id = p.profile_id
            where p.merged_into is null
              and (p.deferred_at is not null or v.profile_id is null or v.as_of < :today)
            """;

    long count(Handle handle, Instant now) {
        return handle.createQuery("select count(*) " + DUE)
                .bind("today", today(now))
                .mapTo(Long.class)
                .one();
    }

    /** The next profiles after one, in the order of their ids; they are not locked. */
    List<UUID> next(Handle handle, Instant now, UUID after, int limit) {
        return handle.createQuery(
                        "select p.profile_id " + DUE + " and p.profile_id > :after order by p.profile_id limit :limit")
                .bind("today", today(now))
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    /** Takes back the deferral of profiles that are locked and computed now. */
    void done(Handle handle, Collection<UUID> profiles) {
        handle.createUpdate(
                        "update profile set deferred_at = null where profile_id = any(:profiles) and deferred_at is not null")
                .bindArray("profiles", UUID.class, profiles)
                .execute();
    }

    private static Instant today(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS);
    }
}
