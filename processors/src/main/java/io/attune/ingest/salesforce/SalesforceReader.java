package io.attune.ingest.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attune.ingest.Arrival;
import io.attune.ingest.Original;
import io.attune.ingest.Page;
import io.attune.ingest.RecentRows;
import io.attune.ingest.WatermarkStore;
import io.attune.ingest.salesforce.Reading.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what a poll of Salesforce does next (bean {@code salesforceReader}), and keeps how far it is: which job of the
 * first load, which page of it, and later the newest change. A position moves only behind a page that Kafka has
 * acknowledged, and only by the leader; a poll that breaks off anywhere is resumed there. Of a page that is read again the
 * ledger drops every row. Thread-safe, one poll of a kind of objects at a time.
 */
public final class SalesforceReader {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceReader.class);

    /** How often a poll asks for a job's state before it leaves that to the next poll. */
    private static final int ASKED_IN_ONE_POLL = 5;

    private final WatermarkStore store;
    private final LongSupplier epoch;
    private final SalesforceLimits limits;
    private final Clock clock;
    private final Duration overlap;
    private final Map<String, Memory> memories = new ConcurrentHashMap<>();

    /** What this node may forget: it only saves work. */
    private static final class Memory {
        private final RecentRows recent = new RecentRows();
        private final Overlap overlap = new Overlap();
        private final Attempts attempts = new Attempts();
        private Instant begunAt = Instant.EPOCH;
        private int asked;
    }

    /**
     * Reads on where the watermarks stand.
     *
     * @param epoch of this node's leadership over the pollers, at this moment
     * @param overlap how far increments read back
     */
    public SalesforceReader(
            WatermarkStore store, LongSupplier epoch, SalesforceLimits limits, Clock clock, Duration overlap) {
        this.store = store;
        this.epoch = epoch;
        this.limits = limits;
        this.clock = clock;
        this.overlap = overlap;
    }

    /** Begins a poll, or resumes the one that broke off. Nothing is to be done while a pause lasts. */
    public Reading begin(String watermark) {
        Instant now = clock.instant();
        Memory memory = memory(watermark);
        memory.begunAt = now;
        long leading = epoch.getAsLong();
        Reading reading = store.read(watermark)
                .map(position -> resumed(watermark, leading, position, memory))
                .orElseGet(() -> kept(Reading.begun(watermark, leading, now)));
        return memory.attempts.due(now) ? reading : reading.at(Step.DONE);
    }

    private Reading resumed(String watermark, long leading, JsonNode position, Memory memory) {
        Instant historyUntil = Instant.parse(position.path("historyUntil").asText());
        if (position.has("load") || !position.has("newest")) {
            Load load = Load.of(position.path("load")).asked(memory.asked);
            return Reading.inLoad(watermark, leading, historyUntil, load);
        }
        Instant newest = Instant.parse(position.path("newest").asText());
        Instant since = memory.overlap.since(newest, overlap);
        memory.recent.forgetBefore(since);
        return Reading.inIncrement(watermark, leading, historyUntil, newest, since);
    }

    /** Whether there is something to do, and it may be done now. */
    public boolean goesOn(Reading reading) {
        return reading.step() != Step.DONE && limits.open();
    }

    /** The job that reads everything, deleted objects included, as JSON. */
    public String job(String query) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("operation", "queryAll")
                .put("query", Soql.all(query))
                .toString();
    }

    /** The query for what changed. */
    public String changes(Reading reading, String query) {
        return Soql.changed(query, reading.since());
    }

    /** Remembers the job before anything is read of it. */
    public Reading created(Reading reading, String answer) {
        JobAnswer job = JobAnswer.of(answer);
        LOG.info("The first load of {} is job {} of Salesforce", reading.watermark(), job.id());
        memory(reading.watermark()).asked = 0;
        Instant begunAt = job.createdAt().orElse(reading.historyUntil());
        return kept(reading.loading(new Load(job.id(), begunAt, "", 0, 0), Step.AWAIT));
    }

    /** Says what the state of the job means. */
    public Reading asked(Reading reading, String answer) {
        JobAnswer job = JobAnswer.of(answer);
        return switch (job.state()) {
            case COMPLETE -> reading.at(Step.RESULTS);
            case ENDED -> anew(reading, "job " + job.id() + " of Salesforce ended: " + job.message());
            case RUNNING -> {
                Memory memory = memory(reading.watermark());
                memory.asked++;
                Load load = reading.load().orElseThrow().asked(memory.asked);
                yield reading.loading(load, memory.asked < ASKED_IN_ONE_POLL ? Step.AWAIT : Step.DONE);
            }
        };
    }

    /** The page's rows that are to be sent: those of an increment that this node has not sent before. */
    public List<Original> fresh(Reading reading, Page page) {
        RecentRows recent = memory(reading.watermark()).recent;
        return page.rows().stream()
                .filter(row -> reading.step() == Step.RESULTS || !recent.holds(row))
                .map(row -> Original.of(
                        reading.watermark().replace('-', ' ') + " " + row.version(),
                        row.json(),
                        clock.instant(),
                        row.changedAt().isAfter(reading.historyUntil()) ? Arrival.STORED : Arrival.HISTORY))
                .toList();
    }

    /**
     * Moves behind a page that Kafka has acknowledged.
     *
     * @throws io.attune.error.AttuneException when another node leads by now
     */
    public Reading advance(Reading reading, Page page) {
        memory(reading.watermark()).attempts.succeeded();
        return reading.step() == Step.RESULTS ? loaded(reading, page) : incremented(reading, page);
    }

    private Reading loaded(Reading reading, Page page) {
        Load load = reading.load().orElseThrow();
        if (page.next().isPresent()) {
            String next = page.next().get();
            if (next.equals(load.locator())) {
                return paused(
                        reading, "the page of job " + load.job() + " that was read is named as the one that follows");
            }
            return kept(reading.loading(load.behind(next, page.rows().size()), Step.RESULTS));
        }
        LOG.info(
                "The first load of {} is complete: {} rows",
                reading.watermark(),
                load.rows() + page.rows().size());
        return kept(reading.loaded(load.begunAt(), load.begunAt().minus(overlap)));
    }

    private Reading incremented(Reading reading, Page page) {
        Memory memory = memory(reading.watermark());
        memory.recent.add(page);
        Reading next = reading.after(page);
        if (!next.newest().equals(reading.newest())) {
            kept(next);
        }
        if (next.step() == Step.DONE) {
            next.newest().ifPresent(newest -> memory.overlap.read(newest, memory.begunAt, clock.instant(), overlap));
        }
        return next;
    }

    /** What to do when Salesforce refuses a request for good: the job is gone, or a page of it, or a field of the query. */
    public Reading refused(Reading reading, String reason) {
        return switch (reading.step()) {
            case AWAIT, RESULTS -> anew(reading, reason);
            default -> paused(reading, reason);
        };
    }

    /** Ends the poll for a reason that is not in what it asked for. */
    public Reading heldUp(Reading reading, String reason) {
        return paused(reading, reason);
    }

    private Reading anew(Reading reading, String reason) {
        memory(reading.watermark()).asked = 0;
        return paused(kept(reading.loading(Load.NONE, Step.CREATE)), reason + "; the load begins anew");
    }

    private Reading paused(Reading reading, String reason) {
        Instant until = memory(reading.watermark()).attempts.failed(clock.instant());
        LOG.warn("Reading {} from Salesforce pauses until {}: {}", reading.watermark(), until, reason);
        return reading.at(Step.DONE);
    }

    private Reading kept(Reading reading) {
        store.write(reading.watermark(), reading.position(clock.instant()), reading.epoch());
        return reading;
    }

    private Memory memory(String watermark) {
        return memories.computeIfAbsent(watermark, name -> new Memory());
    }
}
