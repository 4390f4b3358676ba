package io.attune.sandbox.demo;

import io.attune.command.CommandFailure;
import io.attune.command.HubClient;
import io.attune.command.ProgressBar;
import io.attune.command.Wait;
import io.attune.sandbox.Sandbox;
import io.attune.sandbox.population.HistorySummary;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Waits for the hub: until it has taken a history in, and until everything is delivered. */
final class DemoLoad {
    private static final Duration STANDSTILL = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final long SECOND = 1_000_000_000;

    private final Sandbox sandbox;
    private final HubClient hub;
    private final HubFigures figures;
    private final ProgressBar progress;

    DemoLoad(Sandbox sandbox, HubClient hub, HubFigures figures, ProgressBar progress) {
        this.sandbox = sandbox;
        this.hub = hub;
        this.figures = figures;
        this.progress = progress;
    }

    /** Returns when every record of a history is a record or a reject of the hub. */
    void taken(HistorySummary history) {
        await("records through the profile way", history.records(), this::settledRecords);
    }

    /** Lets the re-scoring job take up what the history changed, which also decides the first messages. */
    void rescore() {
        progress.show("features, scores and segments", 0, 1);
        hub.post("/v1/jobs/rescore");
        progress.show("features, scores and segments", 1, 1);
    }

    /** Returns when nothing is on its way to a channel any more. */
    void delivered() {
        long first = figures.undelivered();
        // What the channels say back makes new projections, so that the rest can grow; the bar only goes forward.
        AtomicLong most = new AtomicLong();
        await("messages and projections", first, () -> most.accumulateAndGet(first - figures.undelivered(), Math::max));
    }

    /** Shows the seconds of a live phase, and returns when they are over. */
    void live(int seconds) {
        long start = System.nanoTime();
        Wait.until(Duration.ofSeconds(seconds), () -> {
            progress.show("people go on live, seconds", (System.nanoTime() - start) / SECOND, seconds);
            return false;
        });
        progress.show("people go on live, seconds", seconds, seconds);
    }

    /** Returns when, for some seconds, no record came in and nothing was on its way to a channel. */
    void quiet() {
        AtomicLong records = new AtomicLong(-1);
        AtomicLong since = new AtomicLong(System.nanoTime());
        boolean quiet = Wait.until(STANDSTILL, () -> {
            long now = settledRecords();
            if (now != records.getAndSet(now)
                    || figures.undelivered() > 0
                    || sandbox.standIns().feedbackWaiting() > 0) {
                since.set(System.nanoTime());
            }
            return System.nanoTime() - since.get() > QUIET.toNanos();
        });
        if (!quiet) {
            throw new CommandFailure(figures.undelivered() + " messages and projections are still on their way after "
                    + STANDSTILL.toMinutes() + " minutes; the server's log says why");
        }
    }

    private void await(String stage, long expected, LongSupplier done) {
        AtomicLong last = new AtomicLong(-1);
        AtomicLong since = new AtomicLong(System.nanoTime());
        boolean complete = Wait.until(Duration.ofHours(6), () -> {
            long now = done.getAsLong();
            progress.show(stage, Math.min(now, expected), expected);
            if (now != last.getAndSet(now)) {
                since.set(System.nanoTime());
            }
            return now >= expected || System.nanoTime() - since.get() > STANDSTILL.toNanos();
        });
        if (!complete || done.getAsLong() < expected) {
            throw new CommandFailure(stage + ": only " + done.getAsLong() + " of " + expected
                    + " after a standstill of " + STANDSTILL.toMinutes() + " minutes; the server's log says why");
        }
    }

    private long settledRecords() {
        return sum(figures.records()) + sum(figures.rejects());
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
