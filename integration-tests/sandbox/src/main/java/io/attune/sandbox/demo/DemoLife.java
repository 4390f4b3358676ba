package io.attune.sandbox.demo;

import io.attune.sandbox.Sandbox;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.answer.Readers;
import io.attune.sandbox.population.live.Live;
import io.attune.sandbox.population.live.LiveOptions;
import io.attune.sandbox.population.live.Ticking;
import io.attune.sandbox.population.sink.Sinks;
import io.attune.sandbox.population.wiring.SandboxAnswers;
import io.attune.sandbox.population.wiring.SandboxInbox;
import io.attune.sandbox.population.wiring.SandboxSinks;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

/** A population that goes on: it visits, buys and answers messages until closed. */
final class DemoLife implements AutoCloseable {
    /** People answer within seconds instead of hours, so that a demo sees it. */
    private static final double ANSWERS_FASTER = 3_600;

    private final Ticking living;
    private final Ticking reading;

    private DemoLife(Ticking living, Ticking reading) {
        this.living = living;
        this.reading = reading;
    }

    /**
     * Begins at once.
     *
     * @param hub its public URL
     * @param clock of the hub and of the people
     */
    static DemoLife start(Population population, Sandbox sandbox, URI hub, double eventsPerSecond, Clock clock) {
        HttpClient client = HttpClient.newHttpClient();
        Sinks visits = SandboxSinks.of(sandbox, SandboxSinks.http(sandbox, client, hub, clock));
        Sinks replies = SandboxSinks.of(sandbox, SandboxSinks.http(sandbox, client, hub, clock));
        Live live = population.live(LiveOptions.atRate(eventsPerSecond), visits, clock);
        Readers readers = population.readers(
                ANSWERS_FASTER,
                new SandboxInbox(sandbox.standIns()),
                new SandboxAnswers(sandbox.standIns()),
                replies,
                clock);
        return new DemoLife(
                Ticking.start("live population", Duration.ofMillis(50), live::step),
                Ticking.start("readers of messages", Duration.ofMillis(200), readers::step));
    }

    @Override
    public void close() {
        try (living;
                reading) {
            // Each is closed, whatever becomes of the other.
        }
    }
}
