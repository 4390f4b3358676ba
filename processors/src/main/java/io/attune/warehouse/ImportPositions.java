package io.attune.warehouse;

import io.attune.database.Database;
import io.attune.warehouse.ExportPositions.Position;
import java.time.Instant;
import java.util.Optional;

/** How far each source has been imported from a warehouse. Thread-safe. */
public final class ImportPositions {
    private static final String ROWS = "rows";

    private final Database hub;

    public ImportPositions(Database hub) {
        this.hub = hub;
    }

    /** The last change of a source that is in the hub. */
    public Optional<Instant> read(String source) {
        return positions(source).read(ROWS).changed();
    }

    /** Keeps the last change of a source that is in the hub. */
    public void write(String source, Instant changed) {
        positions(source).write(ROWS, new Position(Optional.of(changed), Optional.empty()));
    }

    private ExportPositions positions(String source) {
        return new ExportPositions(hub, "import " + source);
    }
}
