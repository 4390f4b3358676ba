package io.attune.reject;

import io.attune.crypto.Encryption;
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

/** Reads the rejects. Thread-safe; joins the caller's transaction. */
public final class RejectBook {
    private static final String COLUMNS = """
            select reject_id, source, stage, place, code, reason, state, received_at, rejected_at, replayed_at, replays,
              mapping, edited_at, edited_by, resolved_at, resolved_by, resolution
            from reject
            """;

    private final Encryption encryption;

    public RejectBook(Encryption encryption) {
        this.encryption = encryption;
    }

    /**
     * The newest first.
     *
     * @param after the last one of the page before; absent for the first page
     */
    public List<StoredReject> list(Handle handle, RejectFilter filter, Optional<UUID> after, int most) {
        String behind = after.isPresent()
                ? " and (rejected_at, reject_id) < (select a.rejected_at, a.reject_id from reject a where a.reject_id = :after)"
                : "";
        var query = handle.createQuery(COLUMNS + " where " + filter.condition() + behind
                + " order by rejected_at desc, reject_id desc limit :most");
        after.ifPresent(reject -> query.bind("after", reject));
        return filter.bind(query).bind("most", most).map(RejectBook::read).list();
    }

    /** The oldest first: the order in which they are sent in again. */
    public List<UUID> ids(Handle handle, RejectFilter filter, int most) {
        return filter.bind(handle.createQuery("select reject_id from reject where " + filter.condition()
                        + " order by rejected_at, reject_id limit :most"))
                .bind("most", most)
                .mapTo(UUID.class)
                .list();
    }

    public Optional<StoredReject> find(Handle handle, UUID reject) {
        return find(handle, List.of(reject)).stream().findFirst();
    }

    /** Those of these ids that there are. */
    public List<StoredReject> find(Handle handle, Collection<UUID> rejects) {
        return handle.createQuery(COLUMNS + " where reject_id = any(:rejects) order by rejected_at, reject_id")
                .bindArray("rejects", UUID.class, rejects)
                .map(RejectBook::read)
                .list();
    }

    /** How many there are by source and reason, the most first. */
    public List<RejectCount> counts(Handle handle, RejectFilter filter) {
        return filter.bind(handle.createQuery("""
                        select source, stage, code, state, count(*) as rejects, min(rejected_at) as oldest,
                          max(rejected_at) as newest
                        from reject where %s
                        group by source, stage, code, state order by count(*) desc, source, code, stage, state
                        """.formatted(filter.condition())))
                .map((row, context) -> new RejectCount(
                        row.getString("source"),
                        row.getString("stage"),
                        row.getString("code"),
                        row.getString("state"),
                        row.getLong("rejects"),
                        instant(row, "oldest").orElseThrow(),
                        instant(row, "newest").orElseThrow()))
                .list();
    }

    /** How many there are in each state. */
    public Map<String, Long> states(Handle handle) {
        return handle.createQuery("select state, count(*) as rejects from reject group by state")
                .reduceResultSet(new LinkedHashMap<>(), (counts, row, context) -> {
                    counts.put(row.getString("state"), row.getLong("rejects"));
                    return counts;
                });
    }

    /** What was received, in clear: handle it as personal data. */
    public Optional<String> original(Handle handle, UUID reject) {
        return handle.createQuery("select original from reject where reject_id = :reject")
                .bind("reject", reject)
                .mapTo(byte[].class)
                .findOne()
                .map(ciphertext -> encryption.decrypt(ciphertext, RejectStore.CONTEXT));
    }

    /** What is sent in, by reject: the newest edit, or what was received. In clear: handle it as personal data. */
    public Map<UUID, String> sendable(Handle handle, Collection<UUID> rejects) {
        return handle.createQuery(
                        "select reject_id, coalesce(edited, original) as content from reject where reject_id = any(:rejects)")
                .bindArray("rejects", UUID.class, rejects)
                .reduceResultSet(new LinkedHashMap<>(), (texts, row, context) -> {
                    texts.put(
                            row.getObject("reject_id", UUID.class),
                            encryption.decrypt(row.getBytes("content"), RejectStore.CONTEXT));
                    return texts;
                });
    }

    /** Every edit, the first first. */
    public List<RejectEdit> edits(Handle handle, UUID reject) {
        return handle.createQuery(
                        "select edit, edited_at, edited_by, edited from reject_edit where reject_id = :reject order by edit")
                .bind("reject", reject)
                .map((row, context) -> new RejectEdit(
                        row.getInt("edit"),
                        instant(row, "edited_at").orElseThrow(),
                        row.getString("edited_by"),
                        encryption.decrypt(row.getBytes("edited"), RejectStore.CONTEXT)))
                .list();
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
                instant(row, "received_at").orElseThrow(),
                instant(row, "rejected_at").orElseThrow(),
                instant(row, "replayed_at"),
                row.getInt("replays"),
                Optional.ofNullable(row.getString("mapping")),
                instant(row, "edited_at"),
                Optional.ofNullable(row.getString("edited_by")),
                instant(row, "resolved_at"),
                Optional.ofNullable(row.getString("resolved_by")),
                Optional.ofNullable(row.getString("resolution")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
