package io.attune.reject;

import io.attune.crypto.Encryption;
import io.attune.record.RecordId;
import io.attune.record.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The rejects. One original is one reject, however often it arrives: the newest failure is kept, and opens it again. Thread-safe;
 * joins the caller's transaction.
 */
public final class RejectStore {
    private static final int REASON_LENGTH = 2_000;
    private static final int PLACE_LENGTH = 500;
    private static final String CONTEXT = "reject";
    private static final String COLUMNS = """
            select reject_id, source, stage, place, code, reason, state, received_at, rejected_at, replayed_at, replays
            from reject
            """;

    private final Encryption encryption;

    public RejectStore(Encryption encryption) {
        this.encryption = encryption;
    }

    public void store(Handle handle, Collection<Reject> rejects, Instant now) {
        if (rejects.isEmpty()) {
            return;
        }
        Map<UUID, Reject> byId = new LinkedHashMap<>();
        rejects.forEach(reject -> byId.put(id(reject), reject));
        Collection<Reject> values = byId.values();
        handle.createUpdate("""
                        insert into reject as old
                          (reject_id, record_id, source, stage, place, code, reason, original, received_at, rejected_at)
                        select reject_id, record_id, source, stage, place, code, reason, original, received_at, :now
                        from unnest(:ids, :records, :sources, :stages, :places, :codes, :reasons, :originals, :received)
                          as r (reject_id, record_id, source, stage, place, code, reason, original, received_at)
                        order by reject_id
                        on conflict (reject_id) do update set
                          stage = excluded.stage, place = excluded.place, code = excluded.code, reason = excluded.reason,
                          state = 'open', rejected_at = excluded.rejected_at
                        """)
                .bindArray("ids", UUID.class, byId.keySet())
                .bindArray(
                        "records",
                        UUID.class,
                        values.stream()
                                .map(reject -> reject.key().map(RecordId::of).orElse(null))
                                .toArray())
                .bindArray("sources", String.class, texts(values, Reject::source, PLACE_LENGTH))
                .bindArray("stages", String.class, texts(values, Reject::stage, PLACE_LENGTH))
                .bindArray("places", String.class, texts(values, Reject::place, PLACE_LENGTH))
                .bindArray("codes", String.class, texts(values, Reject::code, PLACE_LENGTH))
                .bindArray("reasons", String.class, texts(values, Reject::reason, REASON_LENGTH))
                .bindArray(
                        "originals",
                        byte[].class,
                        values.stream()
                                .map(reject -> encryption.encrypt(reject.original(), CONTEXT))
                                .toList())
                .bindArray(
                        "received",
                        Instant.class,
                        values.stream().map(Reject::receivedAt).toList())
                .bind("now", now)
                .execute();
    }

    /** The newest rejects of a state first. */
    public List<StoredReject> list(Handle handle, String state, int most) {
        return handle.createQuery(COLUMNS + " where state = :state order by rejected_at desc, reject_id limit :most")
                .bind("state", state)
                .bind("most", most)
                .map(RejectStore::read)
                .list();
    }

    public Optional<StoredReject> find(Handle handle, UUID reject) {
        return handle.createQuery(COLUMNS + " where reject_id = :reject")
                .bind("reject", reject)
                .map(RejectStore::read)
                .findOne();
    }

    /** What was received, in clear: handle it as personal data. */
    public Optional<String> original(Handle handle, UUID reject) {
        return handle.createQuery("select original from reject where reject_id = :reject")
                .bind("reject", reject)
                .mapTo(byte[].class)
                .findOne()
                .map(ciphertext -> encryption.decrypt(ciphertext, CONTEXT));
    }

    /** Notes that a reject was sent in again, unless it failed anew since it was read. */
    public void replayed(Handle handle, StoredReject reject, Instant now) {
        handle.createUpdate("""
                        update reject set state = 'replayed', replayed_at = :now, replays = least(replays + 1, 30000)
                        where reject_id = :reject and rejected_at = :rejected
                        """)
                .bind("reject", reject.id())
                .bind("rejected", reject.rejectedAt())
                .bind("now", now)
                .execute();
    }

    /** How many rejects there are in each state. */
    public Map<String, Long> counts(Handle handle) {
        return handle.createQuery("select state, count(*) as rejects from reject group by state")
                .reduceResultSet(new LinkedHashMap<>(), (counts, row, context) -> {
                    counts.put(row.getString("state"), row.getLong("rejects"));
                    return counts;
                });
    }

    /** The id of a reject: the same for the same original of the same source. */
    public static UUID id(Reject reject) {
        return RecordId.of("reject:" + reject.source() + ':' + reject.original());
    }

    private static List<String> texts(
            Collection<Reject> rejects, java.util.function.Function<Reject, String> field, int longest) {
        return rejects.stream()
                .map(field)
                .map(text -> StorableText.of(text.length() > longest ? text.substring(0, longest) + '…' : text))
                .toList();
    }

    private static StoredReject read(ResultSet row, StatementContext context) throws SQLException {
        return new StoredReject(
                row.getObject("reject_id", UUID.class),
                row.getString("source"),
                row.getString("stage"),
                row.getString("place"),
                row.getString("code"),
                row.getString("reason"),
                row.getString("state"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("rejected_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("replayed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("replays"));
    }
}
