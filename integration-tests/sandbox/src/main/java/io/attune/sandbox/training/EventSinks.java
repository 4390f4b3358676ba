package io.attune.sandbox.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.ingest.Arrival;
import io.attune.ingest.IngestBatch;
import io.attune.ingest.KeyedRecord;
import io.attune.ingest.Mappings;
import io.attune.ingest.Original;
import io.attune.record.Event;
import io.attune.record.RecordCodec;
import io.attune.sandbox.SandboxException;
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
    private final ObjectMapper json = new ObjectMapper();
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
        write("pos-sale", "pos", sales.stream().map(this::original).toList());
    }

    private Original original(Sale sale) {
        ObjectNode row = json.createObjectNode()
                .put("sale_id", sale.id())
                .put("receipt", sale.receipt())
                .put("kind", sale.kind())
                .put("store", sale.store())
                .put("sold_at", sale.soldAt().toString())
                .put("utc_offset_minutes", sale.utcOffsetMinutes())
                .put("total", sale.total())
                .put("currency", sale.currency())
                .put("updated_at", sale.updatedAt().toString());
        sale.refundOf().ifPresent(other -> row.put("refund_of", other));
        sale.loyaltyId().ifPresent(card -> row.put("loyalty_id", card));
        sale.phone().ifPresent(phone -> row.put("phone", phone));
        ArrayNode lines = row.putArray("lines");
        sale.lines()
                .forEach(line -> lines.addObject()
                        .put("item", line.item())
                        .put("name", line.name())
                        .put("category", line.category())
                        .put("quantity", line.quantity())
                        .put("price", line.price()));
        return Original.of("pos", row.toString(), sale.updatedAt(), Arrival.HISTORY);
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
