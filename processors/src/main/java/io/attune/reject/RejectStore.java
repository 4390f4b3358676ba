package io.attune.reject;

import io.attune.crypto.Encryption;
import io.attune.record.RecordId;
import io.attune.record.StorableText;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Takes rejects in. One original is one reject, however often it arrives: the newest failure is kept, and opens it again unless
 * somebody resolved it. {@link RejectBook} reads them, {@link RejectChanges} changes them. Thread-safe; joins the caller's
 * transaction.
 */
public final class RejectStore {
    private static final int REASON_LENGTH = 2_000;
    private static final int PLACE_LENGTH = 500;
    static final String CONTEXT = "reject";
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
                          (reject_id, record_id, source, stage, place, code, reason, original, received_at, rejected_at,
                           mapping)
                        select reject_id, record_id, source, stage, place, code, reason, original, received_at, :now, mapping
                        from unnest(:ids, :records, :sources, :stages, :places, :codes, :reasons, :originals, :received,
                            :mappings)
                          as r (reject_id, record_id, source, stage, place, code, reason, original, received_at, mapping)
                        order by reject_id
                        on conflict (reject_id) do update set
                          stage = excluded.stage, place = excluded.place, code = excluded.code, reason = excluded.reason,
                          state = case when old.state = 'resolved' then old.state else 'open' end,
                          rejected_at = excluded.rejected_at, mapping = coalesce(excluded.mapping, old.mapping)
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
                .bindArray(
                        "mappings",
                        String.class,
                        values.stream()
                                .map(reject -> reject.mapping().orElse(null))
                                .toArray())
                .bind("now", now)
                .execute();
    }

    /** The id of a reject: the same for the same original of the same source. */
    public static UUID id(Reject reject) {
        return RecordId.of("reject:" + reject.source() + ':' + reject.original());
    }

    private static List<String> texts(Collection<Reject> rejects, Function<Reject, String> field, int longest) {
        return rejects.stream()
                .map(field)
                .map(text -> StorableText.of(text.length() > longest ? text.substring(0, longest) + '…' : text))
                .toList();
    }
}
