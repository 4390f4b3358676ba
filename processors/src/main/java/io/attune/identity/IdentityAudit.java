package io.attune.identity;

import io.attune.profile.ProfileMerge;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who was joined and told apart, by whom and when, in the audit. Stateless and thread-safe. */
final class IdentityAudit {
    /** The actor of what the hub decides itself. */
    static final String HUB = "hub";

    /** Notes the merges of a batch, and whether an identifier or matching led to each. */
    void merged(Handle handle, Assignment assignment, Instant now) {
        if (assignment.merges().isEmpty()) {
            return;
        }
        Set<UUID> matched = new HashSet<>();
        assignment
                .matched()
                .forEach(pair -> List.of(pair.low(), pair.high()).stream()
                        .filter(assignment.owners()::containsKey)
                        .forEach(node -> matched.add(assignment.owners().get(node))));
        merged(
                handle,
                assignment.merges(),
                assignment.merges().stream()
                        .map(merge -> matched.contains(merge.survivor()) ? "matching" : "identifier")
                        .toList(),
                HUB,
                now);
    }

    /** Notes merges, with the cause of each. */
    void merged(Handle handle, List<ProfileMerge> merges, List<String> causes, String actor, Instant now) {
        handle.createUpdate("""
                        insert into audit (at, actor, action, subject, detail)
                        select :now, :actor, 'merge', merged::text,
                          jsonb_build_object('into', survivor::text, 'by', cause)
                        from unnest(:merged, :survivors, :causes) as m (merged, survivor, cause)
                        """)
                .bind("now", now)
                .bind("actor", actor)
                .bindArray(
                        "merged",
                        UUID.class,
                        merges.stream().map(ProfileMerge::merged).toList())
                .bindArray(
                        "survivors",
                        UUID.class,
                        merges.stream().map(ProfileMerge::survivor).toList())
                .bindArray("causes", String.class, causes)
                .execute();
    }

    /** Notes a decision: {@code unmerge}, {@code match-accept} or {@code match-refuse}. */
    void decided(Handle handle, String action, UUID subject, UUID other, String reason, String actor, Instant now) {
        handle.createUpdate("""
                        insert into audit (at, actor, action, subject, detail)
                        values (:now, :actor, :action, :subject,
                          jsonb_build_object('from', cast(:other as text), 'reason', cast(:reason as text)))
                        """)
                .bind("now", now)
                .bind("actor", actor)
                .bind("action", action)
                .bind("subject", subject.toString())
                .bind("other", other.toString())
                .bind("reason", reason)
                .execute();
    }
}
