package io.attune.quality;

import io.attune.database.Database;
import io.attune.record.SourceRecord;
import io.attune.reject.Reject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches what the profile way takes in. Flags are written in the transaction of their batch. Counts are gathered in memory when
 * the batch is committed, and written every few seconds, since two batches that counted in one row would wait for each other: a
 * node that is killed loses the counts of that time, and no record. Thread-safe.
 */
public final class QualityWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QualityWatch.class);
    private static final int CATEGORIES_KNOWN = 100_000;

    private record Bucket(Instant hour, FigureKey key) implements Comparable<Bucket> {
        @Override
        public int compareTo(Bucket other) {
            int byHour = hour.compareTo(other.hour);
            return byHour == 0 ? key.compareTo(other.key) : byHour;
        }
    }

    private final Database database;
    private final QualityStore store = new QualityStore();
    private final Clock clock;
    private final Samples samples;
    private volatile BatchObserver observer;
    private QualityDefinition definition;
    private Optional<ScheduledExecutorService> executor = Optional.empty();
    private final Set<Observation.Category> knownCategories = new HashSet<>();
    private Map<Bucket, Tally> counts = new TreeMap<>();
    private Set<Observation.Category> categories = new HashSet<>();
    private ScheduledFuture<?> flushing;

    /** Held by who writes, and taken before this watch's own lock: batches are counted while others are written. */
    private final Object writer = new Object();

    public QualityWatch(Database database, QualityDefinition definition, Clock clock) {
        this.database = database;
        this.definition = definition;
        this.clock = clock;
        this.samples = new Samples(definition.sample());
        this.observer = new BatchObserver(definition, samples);
    }

    /** Takes up the samples of an earlier run, and begins to write. */
    public synchronized void start(ScheduledExecutorService writing) {
        samples.restore(database.inHandle(store::samples));
        executor = Optional.of(writing);
        schedule();
    }

    /** Goes by another definition from the next batch on; what was counted before stays counted. */
    public synchronized void use(QualityDefinition changed) {
        boolean rescheduled = !changed.flush().equals(definition.flush());
        definition = changed;
        samples.resize(changed.sample());
        observer = new BatchObserver(changed, samples);
        if (rescheduled) {
            schedule();
        }
    }

    private void schedule() {
        if (flushing != null) {
            flushing.cancel(false);
        }
        long pause = definition.flush().toMillis();
        executor.ifPresent(
                writing -> flushing = writing.scheduleWithFixedDelay(this::flush, pause, pause, TimeUnit.MILLISECONDS));
    }

    /**
     * Looks at a batch within its transaction, and writes the flags of its records.
     *
     * @param accepted records that are new to the ledger
     * @param repeats how many the ledger knew, by source
     * @return what to {@link #absorb} when the batch is committed
     */
    public Observation observe(
            Handle handle, List<SourceRecord> accepted, Map<String, Long> repeats, List<Reject> rejects, Instant now) {
        List<Flag> flags = new ArrayList<>();
        Observation observation = observer.observe(accepted, repeats, rejects, flags);
        store.flag(handle, flags, now);
        return observation;
    }

    /** Counts what a committed batch held. */
    public void absorb(Observation observation) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        samples.add(observation.numbers);
        synchronized (this) {
            observation.tallies.forEach(
                    (key, tally) -> counts.computeIfAbsent(new Bucket(hour, key), bucket -> new Tally())
                            .add(tally));
            observation.categories.stream()
                    .filter(category -> !knownCategories.contains(category))
                    .forEach(categories::add);
        }
    }

    /** Writes what was counted since the last time; what cannot be written now is written the next time. Never throws. */
    public void flush() {
        synchronized (writer) {
            Map<Bucket, Tally> written;
            Set<Observation.Category> asked;
            synchronized (this) {
                written = counts;
                asked = categories;
                counts = new TreeMap<>();
                categories = new HashSet<>();
            }
            try {
                write(written, asked);
                remember(asked);
            } catch (RuntimeException e) {
                takeBack(written, asked);
                LOG.warn("Figures of quality are not written yet: {}", e.getMessage());
            }
        }
    }

    private void write(Map<Bucket, Tally> written, Set<Observation.Category> asked) {
        Map<FigureKey, double[]> changed = samples.takeChanged();
        Instant now = clock.instant();
        database.useTransaction(handle -> {
            Instant hour = now.truncatedTo(ChronoUnit.HOURS);
            store.newCategories(handle, asked, now)
                    .forEach((key, count) -> written.computeIfAbsent(new Bucket(hour, key), bucket -> new Tally())
                            .newCategories += count);
            byHour(written).forEach((each, tallies) -> store.add(handle, each, tallies));
            store.keep(handle, changed, now);
        });
    }

    private synchronized void remember(Set<Observation.Category> asked) {
        if (knownCategories.size() < CATEGORIES_KNOWN) {
            knownCategories.addAll(asked);
        }
    }

    private synchronized void takeBack(Map<Bucket, Tally> unwritten, Set<Observation.Category> asked) {
        unwritten.values().forEach(tally -> tally.newCategories = 0);
        unwritten.forEach((bucket, tally) ->
                counts.computeIfAbsent(bucket, each -> new Tally()).add(tally));
        categories.addAll(asked);
    }

    private static Map<Instant, Map<FigureKey, Tally>> byHour(Map<Bucket, Tally> counts) {
        Map<Instant, Map<FigureKey, Tally>> byHour = new TreeMap<>();
        counts.forEach((bucket, tally) ->
                byHour.computeIfAbsent(bucket.hour(), hour -> new TreeMap<>()).put(bucket.key(), tally));
        return byHour;
    }

    @Override
    public void close() {
        synchronized (this) {
            executor = Optional.empty();
            if (flushing != null) {
                flushing.cancel(false);
            }
        }
        flush();
    }
}
