package io.attune.ingest.salesforce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.ingest.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where one poll of one kind of objects stands. Immutable; every answer of Salesforce makes the next one.
 *
 * @param watermark the name under which its position is kept
 * @param epoch of the leadership under which the poll began
 * @param historyUntil when the first load began, by the hub's clock: what was last changed until then is history
 * @param step what is to be done next
 * @param load how far the first load is; none once it is complete
 * @param newest the newest change that is in Kafka; absent before the first load is complete
 * @param since rows changed from here on are read
 * @param next Salesforce's own pointer to the page of an increment that follows; empty where there is none
 */
public record Reading(
        String watermark,
        long epoch,
        Instant historyUntil,
        Step step,
        Optional<Load> load,
        Optional<Instant> newest,
        Instant since,
        String next) {
    /** What a poll does next. */
    public enum Step {
        /** Ask for a query job. */
        CREATE,
        /** Ask whether the job is done. */
        AWAIT,
        /** Read a page of the job's results. */
        RESULTS,
        /** Query what changed. */
        QUERY,
        /** Read the page of that query that follows. */
        MORE,
        /** Nothing, until the next poll. */
        DONE
    }

    /** With nothing asked of Salesforce yet. */
    static Reading begun(String watermark, long epoch, Instant now) {
        return inLoad(watermark, epoch, now, Load.NONE);
    }

    /** In the middle of the first load. */
    static Reading inLoad(String watermark, long epoch, Instant historyUntil, Load load) {
        return new Reading(
                watermark, epoch, historyUntil, load.next(), Optional.of(load), Optional.empty(), Instant.EPOCH, "");
    }

    /** With the first load behind it, and all changes up to the newest. */
    static Reading inIncrement(String watermark, long epoch, Instant historyUntil, Instant newest, Instant since) {
        return new Reading(
                watermark, epoch, historyUntil, Step.QUERY, Optional.empty(), Optional.of(newest), since, "");
    }

    Reading at(Step following) {
        return new Reading(watermark, epoch, historyUntil, following, load, newest, since, next);
    }

    Reading loading(Load changed, Step following) {
        return new Reading(watermark, epoch, historyUntil, following, Optional.of(changed), newest, since, next);
    }

    /** With the first load complete; what changed since it began is to be queried. */
    Reading loaded(Instant begunAt, Instant from) {
        return new Reading(
                watermark, epoch, historyUntil, Step.QUERY, Optional.empty(), Optional.of(begunAt), from, "");
    }

    /** With a page of an increment behind it. */
    Reading after(Page page) {
        List<Page.Row> rows = page.rows();
        Optional<Instant> last = rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.get(rows.size() - 1).changedAt());
        Optional<Instant> reached = last.filter(
                        instant -> newest.map(instant::isAfter).orElse(true))
                .or(() -> newest);
        return new Reading(
                watermark,
                epoch,
                historyUntil,
                page.next().isPresent() ? Step.MORE : Step.DONE,
                load,
                reached,
                since,
                page.next().orElse(""));
    }

    /**
     * What is kept under the watermark, to resume from.
     *
     * @param now a row that claims to be of the future must not hide those that follow it in the present
     */
    ObjectNode position(Instant now) {
        ObjectNode position = JsonNodeFactory.instance.objectNode().put("historyUntil", historyUntil.toString());
        load.ifPresent(open -> position.set("load", open.position()));
        newest.map(changed -> changed.isAfter(now) ? now : changed)
                .ifPresent(changed -> position.put("newest", changed.toString()));
        return position;
    }

    /** The job of the first load. */
    public String job() {
        return load.map(Load::job).orElse("");
    }

    /** The page of the job's results to read; empty for the first one. */
    public String locator() {
        return load.map(Load::locator).orElse("");
    }

    /** How long to wait before the job's state is asked for. */
    public long pauseMillis() {
        return load.map(Load::pauseMillis).orElse(0L);
    }
}
