package io.attune.ingest.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.ingest.Arrival;
import io.attune.ingest.IngestBatch;
import io.attune.ingest.Original;
import io.attune.ingest.WatermarkStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The steps that poll a table (bean {@code tables}). A watermark moves only after Kafka has acknowledged the page before it,
 * and only by the leader. Thread-safe, one poll of a table at a time; {@link #reread()} takes effect between polls.
 */
public final class Tables {
    private final Path folder;
    private final Addresses addresses;
    private final WatermarkStore watermarks;
    private final LongSupplier epoch;
    private final Clock clock;
    private final Map<String, SentRows> sent = new ConcurrentHashMap<>();
    private volatile Map<String, TableDefinition> definitions;

    /**
     * Reads the definitions.
     *
     * @param folder {@code connectors-config}
     * @param epoch of this node's leadership over the pollers, at the moment of asking
     */
    public Tables(Path folder, Addresses addresses, WatermarkStore watermarks, LongSupplier epoch, Clock clock) {
        this.folder = folder;
        this.addresses = addresses;
        this.watermarks = watermarks;
        this.epoch = epoch;
        this.clock = clock;
        this.definitions = TableDefinitions.read(folder, addresses);
    }

    /**
     * Reads the definitions anew.
     *
     * @throws io.attune.definition.DefinitionException when one is wrong; then the ones in use stay
     */
    public void reread() {
        definitions = TableDefinitions.read(folder, addresses);
    }

    /** Begins a poll, or resumes the one that broke off. */
    public TablePoll begin(String name) {
        TableDefinition definition = definition(name);
        TableReader reader = reader(definition);
        Optional<JsonNode> position = watermarks.read(name);
        Optional<Mark> newest = mark(definition, position, "newest");
        Optional<Mark> history = position.isPresent()
                ? mark(definition, position, "historyUntil")
                : definition.kind() == MarkKind.TIME ? Optional.of(new Mark.Time(clock.instant())) : reader.last();
        Optional<Mark> since = newest.map(mark -> mark.minus(definition.overlap()));
        since.ifPresent(mark -> sent(name).forgetBefore(mark));
        TablePoll poll = new TablePoll(definition, epoch.getAsLong(), history, newest, since, Optional.empty(), true);
        if (position.isEmpty()) {
            write(poll);
        }
        return poll;
    }

    /** The next page of a poll. */
    public TablePage page(TablePoll poll) {
        return reader(poll.definition()).page(poll.since(), poll.afterId());
    }

    /** The page's rows that this node has not sent yet. */
    public List<Original> fresh(TablePoll poll, TablePage page) {
        SentRows before = sent(poll.definition().name());
        return page.rows().stream()
                .filter(row -> !before.hold(row))
                .map(row -> Original.of(
                        poll.definition().name() + " " + row.version(),
                        row.json(),
                        clock.instant(),
                        poll.historyUntil()
                                        .filter(until -> row.mark().compareTo(until) <= 0)
                                        .isPresent()
                                ? Arrival.HISTORY
                                : Arrival.STORED))
                .toList();
    }

    /**
     * Moves the watermark behind a page.
     *
     * @param batch what the page became
     * @param published what {@code direct:ingest-publish} last had acknowledged
     * @throws AttuneException when the route kept the batch to itself, or another node leads by now
     */
    public TablePoll advance(TablePoll poll, TablePage page, IngestBatch batch, Object published) {
        if (batch != published) {
            throw new AttuneException(
                    "TABLE_PAGE_NOT_PUBLISHED",
                    ErrorCategory.USER,
                    "the route that reads " + poll.definition().name()
                            + " must send what it is given to direct:ingest-publish, and must not handle its errors");
        }
        TablePoll next = poll.after(page);
        sent(poll.definition().name()).add(page);
        if (!next.newest().equals(poll.newest())) {
            write(next);
        }
        return next;
    }

    private void write(TablePoll poll) {
        ObjectNode position = JsonNodeFactory.instance.objectNode();
        poll.historyUntil().ifPresent(mark -> position.put("historyUntil", mark.text()));
        poll.newest().map(this::notAhead).ifPresent(mark -> position.put("newest", mark.text()));
        watermarks.write(poll.definition().name(), position, poll.epoch());
    }

    // A row that claims to be of the future must not hide those that follow it in the present.
    private Mark notAhead(Mark mark) {
        Mark.Time now = new Mark.Time(clock.instant());
        return mark instanceof Mark.Time time && time.compareTo(now) > 0 ? now : mark;
    }

    private TableDefinition definition(String name) {
        return Optional.ofNullable(definitions.get(name))
                .orElseThrow(() -> new AttuneException(
                        "TABLE_UNKNOWN",
                        ErrorCategory.USER,
                        "there is no table '" + name + "'; connectors-config/tables holds " + definitions.keySet()));
    }

    private static TableReader reader(TableDefinition definition) {
        return new TableReader(
                definition,
                definition
                        .database()
                        .orElseThrow(() -> new AttuneException(
                                "TABLE_DATABASE_MISSING",
                                ErrorCategory.USER,
                                "connectors-config/tables/" + definition.name()
                                        + ".yaml names a key of the configuration that has no value: set it")));
    }

    private SentRows sent(String name) {
        return sent.computeIfAbsent(name, any -> new SentRows());
    }

    private static Optional<Mark> mark(TableDefinition definition, Optional<JsonNode> position, String key) {
        return position.map(node -> node.path(key).asText(""))
                .filter(text -> !text.isEmpty())
                .map(text -> Mark.of(definition.kind(), text));
    }
}
