package io.attune.sandbox.population.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.ingest.Arrival;
import io.attune.ingest.IngestBatch;
import io.attune.ingest.IngestSettingsReader;
import io.attune.ingest.KeyedRecord;
import io.attune.ingest.Mappings;
import io.attune.ingest.Original;
import io.attune.sandbox.population.HistorySummary;
import io.attune.sandbox.population.ManualClock;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.PopulationOptions;
import io.attune.sandbox.population.Progress;
import io.attune.sandbox.population.RecordingSinks;
import io.attune.sandbox.population.live.Live;
import io.attune.sandbox.population.live.LiveOptions;
import io.attune.sandbox.population.sink.PolledRows;
import io.attune.sandbox.population.sink.WebEvent;
import io.attune.sandbox.population.source.Entity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the population writes, through the mappings and schemas that ship: all of it is understood, as it is meant. */
class MappedPopulationTest {
    private static final Path FOLDER = Path.of("../../connectors-config");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Mappings mappings = new Mappings(FOLDER, IngestSettingsReader.read(FOLDER, Duration.ofHours(24)));
    private final RecordingSinks sinks = new RecordingSinks();
    private final Set<Entity> entities = new HashSet<>();

    @Test
    void theHubKnowsEveryEntityOfTheTruthAndNoOther() {
        Population population = Population.of(PopulationOptions.of(21, 200, 365, NOW));
        HistorySummary summary = population.writeHistory(sinks.sinks(), Progress.none());
        int contacts = map(
                        "salesforce-contact", "salesforce", sinks.contacts, PolledRows::contact, Arrival.HISTORY, NOW)
                .size();
        int events = map("web-event", "web", sinks.events, WebEvent::json, Arrival.STORED, NOW)
                .size();
        int sales = map("pos-sale", "pos", sinks.sales, PolledRows::sale, Arrival.STORED, NOW)
                .size();
        assertThat(contacts + events + sales).isEqualTo((int) summary.records());
        assertThat(entities).isEqualTo(population.truth().entities().keySet());
    }

    @Test
    void whatHappensLiveIsDatedWhenItHappened() {
        ManualClock clock = new ManualClock(NOW);
        Live live = Population.of(PopulationOptions.of(21, 50, 100, NOW))
                .live(LiveOptions.atRate(20), sinks.sinks(), clock);
        for (int second = 0; second < 30; second++) {
            clock.advance(Duration.ofSeconds(1));
            live.step();
        }
        List<KeyedRecord> records =
                map("web-event", "web", sinks.events, WebEvent::json, Arrival.LIVE, clock.instant());
        assertThat(records).isNotEmpty().allSatisfy(record -> {
            assertThat(Instant.parse(record.json().path("occurredAt").asText())).isBetween(NOW, clock.instant());
            assertThat(record.json().path("backfill").asBoolean()).isFalse();
        });
    }

    private <T> List<KeyedRecord> map(
            String mapping, String source, List<T> written, Function<T, String> form, Arrival arrival, Instant now) {
        List<Original> originals = new ArrayList<>();
        for (T one : written) {
            byte[] content = form.apply(one).getBytes(StandardCharsets.UTF_8);
            originals.add(Original.of(source + " " + originals.size(), content, now, arrival));
        }
        IngestBatch batch = mappings.map(mapping, source, originals);
        assertThat(batch.rejects()).isEmpty();
        for (KeyedRecord record : batch.records()) {
            entities.add(new Entity(source, record.json().path("entity").asText()));
        }
        return batch.records();
    }
}
