package io.attune.bench.profile;

import io.attune.ingest.Arrival;
import io.attune.ingest.IngestBatch;
import io.attune.ingest.IngestSettingsReader;
import io.attune.ingest.KeyedRecord;
import io.attune.ingest.Mappings;
import io.attune.ingest.Original;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.PopulationOptions;
import io.attune.sandbox.population.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Canonical records of a simulated population, through the mappings that ship, in the order in which they happened. All
 * count as live, whatever their age, so that each goes through every stage; history would be left to the job.
 */
final class PopulationRecords {
    private static final int PEOPLE = 300;
    private static final int DAYS = 120;
    private static final long SEED = 11;
    private static final Duration OLDEST = Duration.ofDays(3_650);

    private PopulationRecords() {}

    /** @param connectors the folder {@code connectors-config} */
    static List<KeyedRecord> of(Path connectors, Instant now) {
        Traces traces = new Traces();
        Population.of(PopulationOptions.of(SEED, PEOPLE, DAYS, now)).writeHistory(traces.sinks(), Progress.none());
        Mappings mappings = new Mappings(connectors, IngestSettingsReader.read(connectors, OLDEST));
        List<KeyedRecord> records = new ArrayList<>();
        records.addAll(map(mappings, "salesforce-contact", "salesforce", traces.contacts, now));
        records.addAll(map(mappings, "web-event", "web", traces.events, now));
        records.addAll(map(mappings, "pos-sale", "pos", traces.sales, now));
        records.sort(Comparator.comparing(
                record -> Instant.parse(record.json().path("occurredAt").asText())));
        return records;
    }

    private static List<KeyedRecord> map(
            Mappings mappings, String mapping, String source, List<String> contents, Instant now) {
        List<Original> originals = contents.stream()
                .map(content -> Original.of(source, content, now, Arrival.LIVE))
                .toList();
        IngestBatch batch = mappings.map(mapping, source, originals);
        if (!batch.rejects().isEmpty()) {
            throw new IllegalStateException("the population makes no rejects, but for "
                    + batch.rejects().get(0));
        }
        return batch.records();
    }
}
