package io.attune.sandbox.population.live;

import io.attune.sandbox.population.sink.Sinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The population as it goes on: each step begins as many acts as the rate asks for, and sends the events that are due.
 * Steps are not safe for use by several threads; the count is.
 */
public final class Live {
    /** After a pause, such as a sink that hung, no more than this is caught up with. */
    private static final Duration MOST_CAUGHT_UP = Duration.ofSeconds(5);

    private final Acts acts;
    private final Footfall footfall;
    private final LiveOptions options;
    private final Sinks sinks;
    private final Clock clock;
    private final Consumer<Act> witness;
    private final Pending pending = new Pending();
    private final AtomicLong sent = new AtomicLong();
    private Instant last;
    private double budget;

    /**
     * Begins at the clock's time.
     *
     * @param witness told of each act before any of its traces is sent
     */
    public Live(Acts acts, Footfall footfall, LiveOptions options, Sinks sinks, Clock clock, Consumer<Act> witness) {
        this.acts = acts;
        this.footfall = footfall;
        this.options = options;
        this.sinks = sinks;
        this.clock = clock;
        this.witness = witness;
        this.last = clock.instant();
    }

    /** Does what is to be done by now. */
    public void step() {
        Instant now = clock.instant();
        long passed = Duration.between(last, now).toMillis();
        last = now;
        budget += Math.min(passed, MOST_CAUGHT_UP.toMillis()) / 1000.0 * options.eventsPerSecond();
        while (budget >= 1) {
            Act act = acts.next(footfall, options, now);
            budget -= act.size();
            begin(act);
        }
        sent.addAndGet(pending.send(now, sinks.web()));
    }

    /** How many web events and sales were handed to the sinks. */
    public long sent() {
        return sent.get();
    }

    private void begin(Act act) {
        witness.accept(act);
        pending.addAll(act.events());
        if (!act.contacts().isEmpty()) {
            sinks.salesforce().put(act.contacts());
        }
        if (!act.sales().isEmpty()) {
            sinks.sales().put(act.sales());
            sent.addAndGet(act.sales().size());
        }
    }
}
