package io.attune.hub;

import io.attune.database.Database;
import io.attune.ingest.Arrival;
import io.attune.ingest.IngestBatch;
import io.attune.ingest.Mappings;
import io.attune.ingest.Original;
import io.attune.warehouse.ImportPositions;
import io.attune.warehouse.RowBatch;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes rows of a warehouse in, each source of its own, through the mapping {@code warehouse-row}. Thread-safe. */
public final class WarehouseRows {
    private static final String MAPPING = "warehouse-row";

    private final Mappings mappings;
    private final IngestWayIn way;
    private final ImportPositions positions;
    private final Clock clock;

    WarehouseRows(Mappings mappings, IngestWayIn way, Database database, Clock clock) {
        this.mappings = mappings;
        this.way = way;
        this.positions = new ImportPositions(database);
        this.clock = clock;
    }

    /** What became of a batch. */
    public record Taken(int records, int rejects) {}

    /** Takes a batch in. The source's position moves behind it when Kafka has all of it. */
    public Taken take(String source, RowBatch batch) {
        Instant now = clock.instant();
        List<Original> originals = new ArrayList<>();
        for (String row : batch.rows()) {
            String place = "warehouse, " + source + ", row " + (batch.first() + originals.size());
            originals.add(Original.of(place, row, now, Arrival.STORED));
        }
        IngestBatch mapped = mappings.map(MAPPING, source, originals);
        way.publish(mapped);
        batch.changed().ifPresent(changed -> positions.write(source, changed));
        return new Taken(mapped.records().size(), mapped.rejects().size());
    }

    /** The last change of a source that was taken in. */
    public Optional<Instant> changed(String source) {
        return positions.read(source);
    }
}
