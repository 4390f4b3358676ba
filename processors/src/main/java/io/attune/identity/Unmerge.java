package io.attune.identity;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.identity.probable.Separations;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Undoes a merge: the nodes that a profile had when it was merged come back to it, and the identifiers that tell both people of join
 * nobody any more, or the next record would merge them again; the two stay apart, whatever matching says, until somebody accepts them as one. Both profiles are left to the re-scoring job. Stateless and
 * thread-safe; works inside the caller's transaction.
 */
public final class Unmerge {
    private final MembershipStore memberships = new MembershipStore();
    private final Separations separations = new Separations();
    private final ReviewQueue queue = new ReviewQueue();

    /**
     * Brings a merged profile back.
     *
     * @return the profile that it had been merged into, as it is today
     * @throws AttuneException {@code PROFILE_NOT_MERGED} when it is none that was merged
     */
    public UUID unmerge(Handle handle, UUID merged, String reason, String actor, Instant now) {
        UUID survivor = survivor(handle, merged)
                .orElseThrow(() -> new AttuneException(
                        "PROFILE_NOT_MERGED",
                        ErrorCategory.USER,
                        "profile " + merged + " was not merged into another: name the one that the merge ended"));
        if (!memberships.lock(handle, List.of(survivor)).containsKey(survivor)) {
            throw new AttuneException(
                    "PROFILE_CONTENDED",
                    ErrorCategory.EXTERNAL,
                    "profile " + survivor + " was merged meanwhile: try again");
        }
        Set<Long> nodes = nodes(handle, merged, survivor);
        handle.createUpdate("""
                        update profile set merged_into = null, version = version + 1, changed_at = :now, deferred_at = :now
                        where profile_id = :merged
                        """).bind("merged", merged).bind("now", now).execute();
        move(handle, nodes, merged, "unmerge: " + reason, now);
        separate(handle, merged, survivor);
        separations.separate(handle, owned(handle, merged), owned(handle, survivor), now);
        queue.refuseBetween(handle, merged, survivor, reason, actor, now);
        memberships.change(handle, Set.of(), new HashSet<>(List.of(survivor)), now);
        return survivor;
    }

    private static Optional<UUID> survivor(Handle handle, UUID merged) {
        return handle.createQuery("""
                        with recursive way as (
                          select profile_id, merged_into from profile where profile_id = :merged and merged_into is not null
                          union
                          select p.profile_id, p.merged_into from way join profile p on p.profile_id = way.merged_into
                        )
                        select profile_id from way where merged_into is null
                        """).bind("merged", merged).mapTo(UUID.class).findOne();
    }

    // A profile loses its nodes all at once, so those that it had last ended at the same merge; a microsecond a node is
    // allowed for.
    private static Set<Long> nodes(Handle handle, UUID merged, UUID survivor) {
        return handle.createQuery("""
                        with past as (
                          select node_id, max(until) as until from membership
                          where profile_id = :merged and until is not null group by node_id
                        )
                        select m.node_id from past
                        join membership m on m.node_id = past.node_id and m.profile_id = :survivor and m.until is null
                        where exists (
                          select from membership n
                          where n.node_id = past.node_id and n.since = past.until and n.reason = 'merge:' || :merged)
                        """)
                .bind("merged", merged)
                .bind("survivor", survivor)
                .mapTo(Long.class)
                .set();
    }

    private static List<Long> owned(Handle handle, UUID profile) {
        return handle.createQuery("select node_id from membership where profile_id = :profile and until is null")
                .bind("profile", profile)
                .mapTo(Long.class)
                .list();
    }

    private static void move(Handle handle, Set<Long> nodes, UUID profile, String reason, Instant now) {
        handle.createUpdate("""
                        with ended as (
                          update membership set until = greatest(:now, since + interval '1 microsecond')
                          where node_id = any(:nodes) and until is null
                          returning node_id, until
                        )
                        insert into membership (node_id, profile_id, since, reason)
                        select node_id, :profile, until, :reason from ended
                        """)
                .bindArray("nodes", Long.class, nodes)
                .bind("profile", profile)
                .bind("reason", reason)
                .bind("now", now)
                .execute();
    }

    private static void separate(Handle handle, UUID one, UUID other) {
        handle.createUpdate("""
                        update identifier set joins = false where identifier_id in (
                          select l.identifier_id from membership m join node_identifier l on l.node_id = m.node_id
                          where m.profile_id = :one and m.until is null
                          intersect
                          select l.identifier_id from membership m join node_identifier l on l.node_id = m.node_id
                          where m.profile_id = :other and m.until is null)
                        """).bind("one", one).bind("other", other).execute();
    }
}
