package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.database.Database;
import io.attune.error.AttuneException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final WatermarkStore store;
    private final LongSupplier epoch;
    private final Clock clock;
    private final Map<String, RecentRows> recent = new ConcurrentHashMap<>();

    /** @param epoch of this node's leadership over the pollers, at this moment */
    public Watermarks(Database database, LongSupplier epoch, Clock clock) {
        this.store = new WatermarkStore(database, clock);
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
        Optional<JsonNode> position = store.read(source);
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

    private void write(Poll poll) {
        ObjectNode position = JsonNodeFactory.instance
                .objectNode()
                .put("historyUntil", poll.historyUntil().toString());
        // A row that claims to be of the future must not hide those that follow it in the present.
        Instant now = clock.instant();
        poll.newest()
                .map(newest -> newest.isAfter(now) ? now : newest)
                .ifPresent(newest -> position.put("newest", newest.toString()));
        store.write(poll.source(), position, poll.epoch());
    }
}
