package io.attune.reject;

import io.attune.crypto.Encryption;
import io.attune.database.Audit;
import io.attune.record.StorableText;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What becomes of rejects by hand, each with its entry in the audit. Thread-safe; joins the caller's transaction. */
public final class RejectChanges {
    private final Encryption encryption;

    public RejectChanges(Encryption encryption) {
        this.encryption = encryption;
    }

    /** Keeps a text to be sent in instead of the original, which stays, as do the edits before. Only of an open reject. */
    public boolean edit(Handle handle, UUID reject, String text, String actor, Instant now) {
        int edited = handle.createUpdate("""
                        with changed as (
                          update reject set edited = :text, edited_at = :now, edited_by = :actor
                          where reject_id = :reject and state = 'open' returning reject_id)
                        insert into reject_edit (reject_id, edit, edited_at, edited_by, edited)
                        select reject_id,
                          (select count(*) + 1 from reject_edit e where e.reject_id = changed.reject_id), :now, :actor, :text
                        from changed
                        """)
                .bind("text", encryption.encrypt(text, RejectStore.CONTEXT))
                .bind("now", now)
                .bind("actor", actor)
                .bind("reject", reject)
                .execute();
        if (edited > 0) {
            Audit.note(handle, now, actor, "edit reject", reject.toString(), Map.of());
        }
        return edited > 0;
    }

    /** Closes open rejects for good: what they are is not wanted, or came in by another way. */
    public int resolve(Handle handle, Collection<UUID> rejects, String reason, String actor, Instant now) {
        List<String> resolved = handle.createQuery("""
                        update reject set state = 'resolved', resolved_at = :now, resolved_by = :actor, resolution = :reason
                        where reject_id = any(:rejects) and state = 'open' returning reject_id
                        """)
                .bindArray("rejects", UUID.class, rejects)
                .bind("now", now)
                .bind("actor", actor)
                .bind("reason", StorableText.of(reason))
                .mapTo(String.class)
                .list();
        Audit.note(handle, now, actor, "resolve reject", resolved, Map.of("reason", StorableText.of(reason)));
        return resolved.size();
    }

    /** Notes that rejects were sent in again, unless they failed anew since they were read. */
    public void replayed(Handle handle, Collection<StoredReject> rejects, String actor, Instant now) {
        handle.createUpdate("""
                        update reject set state = 'replayed', replayed_at = :now, replays = least(replays + 1, 30000)
                        from unnest(:rejects, :rejected) as r (id, rejected)
                        where reject_id = r.id and rejected_at = r.rejected
                        """)
                .bindArray(
                        "rejects",
                        UUID.class,
                        rejects.stream().map(StoredReject::id).toList())
                .bindArray(
                        "rejected",
                        Instant.class,
                        rejects.stream().map(StoredReject::rejectedAt).toList())
                .bind("now", now)
                .execute();
        note(handle, rejects, "replay reject", actor, now);
    }

    /** Notes that a reject was sent in again and failed at once. */
    public void failedAgain(Handle handle, StoredReject reject, Refusal refusal, String actor, Instant now) {
        handle.createUpdate("""
                        update reject set state = 'open', stage = :stage, code = :code, reason = :reason, rejected_at = :now,
                          replayed_at = :now, replays = least(replays + 1, 30000)
                        where reject_id = :reject
                        """)
                .bind("stage", refusal.stage())
                .bind("code", refusal.code())
                .bind("reason", StorableText.of(refusal.reason()))
                .bind("now", now)
                .bind("reject", reject.id())
                .execute();
        note(handle, List.of(reject), "replay reject in vain", actor, now);
    }

    private static void note(
            Handle handle, Collection<StoredReject> rejects, String action, String actor, Instant now) {
        Audit.note(
                handle,
                now,
                actor,
                action,
                rejects.stream().map(reject -> reject.id().toString()).toList(),
                Map.of());
    }
}
