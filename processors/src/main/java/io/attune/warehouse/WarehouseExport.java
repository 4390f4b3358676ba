package io.attune.warehouse;

import io.attune.database.Database;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.profile.ProfileStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Exports from the hub's database into a warehouse. A batch is committed there before the hub's position moves behind it, so
 * that an export that broke off goes on, and rows that are written twice are the same. Used once.
 */
public final class WarehouseExport {
    /** Every relation that can be named. */
    public static final Set<String> RELATIONS = Set.of("profile", "feature", "score", "segment");

    private final Database hub;
    private final Connection warehouse;
    private final ProfileStore profiles;
    private final Clock clock;

    /**
     * An export.
     *
     * @param hub not bound to any transaction
     * @param warehouse a connection of its own to the target
     */
    public WarehouseExport(Database hub, Connection warehouse, ProfileStore profiles, Clock clock) {
        this.hub = hub;
        this.warehouse = warehouse;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * Exports.
     *
     * @throws AttuneException when a table is missing or a database fails; what was committed is kept
     */
    public List<ExportedTable> run(ExportRequest request, ExportProgress progress) {
        try (Connection reading = hub.dataSource().getConnection()) {
            // PostgreSQL reads by a cursor, not all at once, in a transaction only.
            reading.setAutoCommit(false);
            warehouse.setAutoCommit(false);
            try {
                return run(reading, request, progress);
            } finally {
                reading.rollback();
                reading.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new AttuneException(
                    "WAREHOUSE_FAILED",
                    ErrorCategory.EXTERNAL,
                    "the export broke off: " + e.getMessage()
                            + "; mend it and run the command again, which goes on where it stopped",
                    e);
        }
    }

    private List<ExportedTable> run(Connection reading, ExportRequest request, ExportProgress progress)
            throws SQLException {
        RelationExport export = new RelationExport(
                reading,
                new Target(warehouse, request),
                new ExportPositions(hub, request.target()),
                request,
                clock.instant(),
                progress);
        List<ExportedTable> tables = new ArrayList<>();
        if (request.relations().contains("profile")) {
            tables.add(export.run(Relations.PROFILES));
            tables.addAll(new AttributeExport(export, hub, profiles, request.personal()).run());
        }
        if (request.relations().contains("feature")) {
            tables.add(export.run(Relations.features(reading)));
        }
        if (request.relations().contains("score")) {
            tables.add(export.run(Relations.SCORES));
        }
        if (request.relations().contains("segment")) {
            tables.add(export.run(Relations.SEGMENTS));
        }
        return tables;
    }
}
