package io.attune.sandbox.population.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.attune.sandbox.population.ManualClock;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.PopulationOptions;
import io.attune.sandbox.population.RecordingSinks;
import io.attune.sandbox.population.sink.Contact;
import io.attune.sandbox.population.sink.SinkException;
import io.attune.sandbox.population.sink.WebEvent;
import io.attune.sandbox.population.source.Entity;
import io.attune.sandbox.population.truth.Truth;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final PopulationOptions OPTIONS = PopulationOptions.of(4, 80, 120, NOW);

    private final ManualClock clock = new ManualClock(NOW.plusSeconds(90));
    private final RecordingSinks sinks = new RecordingSinks();

    @TempDir
    private Path folder;

    @Test
    void goesOnAtTheRate() {
        Live live = Population.of(OPTIONS).live(LiveOptions.atRate(50), sinks.sinks(), clock);
        step(live, 120);
        assertThat((double) live.sent()).isCloseTo(120 * 50, within(600.0));
        assertThat(live.sent()).isEqualTo(sinks.events.size() + sinks.sales.size());
    }

    @Test
    void tellsNothingBeforeItHappens() {
        Live live = Population.of(OPTIONS).live(LiveOptions.atRate(20), sinks.sinks(), clock);
        int checked = 0;
        for (int second = 0; second < 30; second++) {
            clock.advance(Duration.ofSeconds(1));
            live.step();
            for (WebEvent event : sinks.events.subList(checked, sinks.events.size())) {
                assertThat(event.at()).isBeforeOrEqualTo(clock.instant());
                assertThat(event.json()).doesNotContain("receivedAt");
            }
            checked = sinks.events.size();
        }
        assertThat(checked).isPositive();
    }

    @Test
    void newcomersBecomePartOfTheTruth() {
        Population population = Population.of(OPTIONS.withTruthIn(folder));
        Live live = population.live(new LiveOptions(50, 0.3, 0.1), sinks.sinks(), clock);
        step(live, 60);
        Truth truth = population.truth();
        assertThat(truth.size()).isGreaterThan(OPTIONS.people());
        assertThat(sinks.contacts).isNotEmpty();
        for (Contact contact : sinks.contacts) {
            assertThat(truth.personBehind(Entity.contact(contact.id()))).isPresent();
        }
        Truth read = Truth.read(folder);
        assertThat(read.people()).isEqualTo(truth.people());
        assertThat(read.entities()).isEqualTo(truth.entities());
    }

    @Test
    void everyTraceHasAPersonBehindIt() {
        Population population = Population.of(OPTIONS);
        step(population.live(LiveOptions.atRate(30), sinks.sinks(), clock), 60);
        for (WebEvent event : sinks.events) {
            Entity entity = event.userId().map(Entity::user).orElseGet(() -> Entity.anonymous(event.key()));
            assertThat(population.truth().personBehind(entity)).isPresent();
        }
    }

    @Test
    void anotherRunRepeatsNoId() {
        Population population = Population.of(OPTIONS);
        step(population.live(LiveOptions.atRate(30), sinks.sinks(), clock), 30);
        step(population.live(LiveOptions.atRate(30), sinks.sinks(), clock), 30);
        assertThat(sinks.events.stream().map(WebEvent::messageId)).doesNotHaveDuplicates();
        assertThat(sinks.sales.stream().map(sale -> sale.id())).doesNotHaveDuplicates();
    }

    @Test
    void tickingSurvivesASinkThatFails() throws InterruptedException {
        CountDownLatch steps = new CountDownLatch(3);
        Runnable failing = () -> {
            steps.countDown();
            throw new SinkException("full");
        };
        try (Ticking ticking = Ticking.start("test", Duration.ofMillis(1), failing)) {
            assertThat(steps.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ticking.failures()).isPositive();
        }
    }

    @Test
    void tickingTellsOfAnErrorThatEndedIt() throws InterruptedException {
        CountDownLatch stepped = new CountDownLatch(1);
        Ticking ticking = Ticking.start("test", Duration.ofMillis(1), () -> {
            stepped.countDown();
            throw new IllegalArgumentException("a bug");
        });
        assertThat(stepped.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(ticking::close)
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("a bug");
    }

    @Test
    void refusesRatesThatAreNone() {
        for (double rate : List.of(0.0, -1.0, Double.NaN)) {
            assertThatThrownBy(() -> LiveOptions.atRate(rate)).hasMessageContaining("eventsPerSecond");
        }
    }

    private void step(Live live, int seconds) {
        for (int second = 0; second < seconds; second++) {
            clock.advance(Duration.ofSeconds(1));
            live.step();
        }
    }
}
