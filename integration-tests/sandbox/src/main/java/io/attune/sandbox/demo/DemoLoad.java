package io.attune.sandbox.demo;

import io.attune.command.CommandFailure;
import io.attune.command.HubClient;
import io.attune.command.ProgressBar;
import io.attune.command.Wait;
import io.attune.sandbox.Sandbox;
import io.attune.sandbox.population.HistorySummary;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.sink.Contact;
import io.attune.sandbox.population.sink.JdbcSales;
import io.attune.sandbox.population.sink.KafkaWebEvents;
import io.attune.sandbox.population.sink.Sinks;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Lets a population leave its history in the sources, and waits until the hub has taken it in and delivered. */
final class DemoLoad {
    private static final Duration STANDSTILL = Duration.ofMinutes(2);

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

    /** Writes the history and returns when every record of it is a record or a reject of the hub. */
    HistorySummary history(Population population) {
        HistorySummary summary;
        try (KafkaWebEvents web = webEvents()) {
            summary =
                    population.writeHistory(new Sinks(this::enter, web, new JdbcSales(sandbox.till())), progress::show);
        }
        await("records through the profile way", summary.records(), this::settledRecords);
        return summary;
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
        await("messages and projections", first, () -> Math.max(0, first - figures.undelivered()));
    }

    private void await(String stage, long expected, java.util.function.LongSupplier done) {
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

    private static long sum(java.util.Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private void enter(java.util.List<Contact> contacts) {
        sandbox.standIns()
                .salesforce()
                .contacts()
                .put(contacts.stream().map(Contact::fields).toList());
    }

    private KafkaWebEvents webEvents() {
        return new KafkaWebEvents(
                sandbox.hubConfiguration().get("attune.kafka.brokers"),
                sandbox.hubConfiguration().getOrDefault("attune.topic.web-events", "attune.web-events"));
    }
}
