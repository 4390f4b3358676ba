package io.attune.sandbox.training;

import io.attune.ingest.Arrival;
import io.attune.ingest.IngestBatch;
import io.attune.ingest.KeyedRecord;
import io.attune.ingest.Mappings;
import io.attune.ingest.Original;
import io.attune.record.Event;
import io.attune.record.RecordCodec;
import io.attune.sandbox.SandboxException;
import io.attune.sandbox.population.sink.PolledRows;
import io.attune.sandbox.population.sink.Sale;
import io.attune.sandbox.population.sink.SaleSink;
import io.attune.sandbox.population.sink.WebEvent;
import io.attune.sandbox.population.sink.WebEventSink;
import java.util.ArrayList;
import java.util.List;

/** Maps what people did to the hub's events and writes these. */
final class EventSinks implements WebEventSink, SaleSink {
    private static final int BATCH = 2_000;

    private final Mappings mappings;
    private final HubTables tables;
    private final RecordCodec codec = new RecordCodec();
    private final List<Original> waiting = new ArrayList<>();
    private long count;

    EventSinks(Mappings mappings, HubTables tables) {
        this.mappings = mappings;
        this.tables = tables;
    }

    long count() {
        return count;
    }

    @Override
    public void send(WebEvent event) {
        waiting.add(Original.of("web", event.json(), event.at(), Arrival.HISTORY));
        if (waiting.size() >= BATCH) {
            flush();
        }
    }

    @Override
    public void flush() {
        write("web-event", "web", waiting);
        waiting.clear();
    }

    @Override
    public void put(List<Sale> sales) {
        write(
                "pos-sale",
                "pos",
                sales.stream()
                        .map(sale -> Original.of("pos", PolledRows.sale(sale), sale.updatedAt(), Arrival.HISTORY))
                        .toList());
    }

    private void write(String mapping, String source, List<Original> originals) {
        IngestBatch batch = mappings.map(mapping, source, originals);
        if (!batch.rejects().isEmpty()) {
            throw new SandboxException("the hub's mapping " + mapping + " rejects what the population did: "
                    + batch.rejects().get(0).reason());
        }
        for (KeyedRecord record : batch.records()) {
            if (codec.read(record.json()) instanceof Event event) {
                tables.event(event);
                count++;
            }
        }
    }
}
