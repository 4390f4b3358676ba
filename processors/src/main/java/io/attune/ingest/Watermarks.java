package io.attune.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.database.Database;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How far every polled source has been read (bean {@code watermarks}). A watermark moves only after Kafka has
 * acknowledged the page before it, and only by the leader; a poll starts an overlap before it, for the rows that were
 * committed late. Thread-safe, one poll of a source at a time.
 */
public final class Watermarks {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final LongSupplier epoch;
    private final Clock clock;
    private final Map<String, RecentRows> recent = new ConcurrentHashMap<>();

    /** @param epoch of this node's leadership over the pollers, at this moment */
    public Watermarks(Database database, LongSupplier epoch, Clock clock) {
        this.database = database;
        this.epoch = epoch;
        this.clock = clock;
    }

    /**
     * Begins a poll, or resumes the one that broke off.
     *
     * @param overlap ISO 8601 duration
     */
    public Poll begin(String source, String overlap) {
        Instant now = clock.instant();
        Optional<JsonNode> position = position(source);
        Optional<Instant> newest = position.map(node -> node.path("newest").asText(""))
                .filter(text -> !text.isEmpty())
                .map(Instant::parse);
        Instant historyUntil = position.map(
                        node -> Instant.parse(node.path("historyUntil").asText()))
                .orElse(now);
        Instant since =
                newest.map(instant -> instant.minus(Duration.parse(overlap))).orElse(Instant.EPOCH);
        recent(source).forgetBefore(since);
        Poll poll = new Poll(source, epoch.getAsLong(), now, historyUntil, newest, since, "", Optional.empty(), true);
        if (position.isEmpty()) {
            write(poll);
        }
        return poll;
    }

    /** The page's rows that this node has not sent yet. */
    public List<Original> fresh(Poll poll, Page page) {
        RecentRows sent = recent(poll.source());
        return page.rows().stream()
                .filter(row -> !sent.holds(row))
                .map(row -> Original.of(
                        poll.source() + " " + row.version(),
                        row.json(),
                        clock.instant(),
                        row.changedAt().isAfter(poll.historyUntil()) ? Arrival.STORED : Arrival.HISTORY))
                .toList();
    }

    /**
     * Moves the watermark behind a page that Kafka has acknowledged.
     *
     * @throws AttuneException when another node leads by now
     */
    public Poll advance(Poll poll, Page page) {
        Poll next = poll.after(page);
        recent(poll.source()).add(page);
        if (!next.newest().equals(poll.newest())) {
            write(next);
        }
        return next;
    }

    private RecentRows recent(String source) {
        return recent.computeIfAbsent(source, name -> new RecentRows());
    }

    private Optional<JsonNode> position(String source) {
        return database.inHandle(handle -> handle.createQuery("select position from watermark where source = :source")
                        .bind("source", source)
                        .mapTo(String.class)
                        .findOne())
                .map(Watermarks::read);
    }

    private void write(Poll poll) {
        ObjectNode position =
                JSON.createObjectNode().put("historyUntil", poll.historyUntil().toString());
        // A row that claims to be of the future must not hide those that follow it in the present.
        Instant now = clock.instant();
        poll.newest()
                .map(newest -> newest.isAfter(now) ? now : newest)
                .ifPresent(newest -> position.put("newest", newest.toString()));
        int written = database.inHandle(handle -> handle.createUpdate("""
                        insert into watermark (source, position, epoch, updated_at)
                        values (:source, :position, :epoch, :now)
                        on conflict (source) do update
                        set position = excluded.position, epoch = excluded.epoch, updated_at = excluded.updated_at
                        where watermark.epoch <= excluded.epoch
                        """)
                .bind("source", poll.source())
                .bind("position", position.toString())
                .bind("epoch", poll.epoch())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
        if (written == 0) {
            throw new AttuneException(
                    "LEADERSHIP_LOST",
                    ErrorCategory.INTERNAL,
                    "another node polls " + poll.source() + " by now; this one stops");
        }
    }

    private static JsonNode read(String position) {
        try {
            return JSON.readTree(position);
        } catch (JsonProcessingException e) {
            throw new AttuneException(
                    "WATERMARK_BROKEN",
                    ErrorCategory.INTERNAL,
                    "table watermark holds a position that is not JSON; delete the row to read the source anew",
                    e);
        }
    }
}
