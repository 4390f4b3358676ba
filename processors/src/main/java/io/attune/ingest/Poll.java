package io.attune.ingest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Where one poll of a source stands. Immutable; every page makes the next one.
 *
 * @param source the source's name, which is that of its watermark
 * @param epoch of the leadership under which the poll began
 * @param startedAt by the hub's clock
 * @param historyUntil when the first load began: what was last changed until then is history
 * @param newest the newest change that is in Kafka; absent before the first row
 * @param since rows changed from here on are read
 * @param afterId among rows changed exactly then, those with a greater id
 * @param next the source's own pointer to the next page, if it has one
 * @param more whether another page is to be read
 */
public record Poll(
        String source,
        long epoch,
        Instant startedAt,
        Instant historyUntil,
        Optional<Instant> newest,
        Instant since,
        String afterId,
        Optional<String> next,
        boolean more) {
    /** {@link #since()} as SQL takes it. */
    public OffsetDateTime sinceTimestamp() {
        return since.atOffset(ZoneOffset.UTC);
    }

    /** {@link #afterId()} of a table whose ids are numbers; less than every one of them at the start. */
    public long afterNumber() {
        return afterId.isEmpty() ? Long.MIN_VALUE : Long.parseLong(afterId);
    }

    /** Whether the next page is read by the source's own pointer. */
    public boolean continues() {
        return next.isPresent();
    }

    /** The source's own pointer to the next page; empty where there is none. */
    public String nextPage() {
        return next.orElse("");
    }

    Poll after(Page page) {
        Instant last = page.rows().isEmpty()
                ? since
                : page.rows().get(page.rows().size() - 1).changedAt();
        String lastId = page.rows().isEmpty()
                ? afterId
                : page.rows().get(page.rows().size() - 1).id();
        Optional<Instant> reached =
                page.rows().isEmpty() || newest.filter(last::isBefore).isPresent() ? newest : Optional.of(last);
        return new Poll(source, epoch, startedAt, historyUntil, reached, last, lastId, page.next(), page.more());
    }
}
