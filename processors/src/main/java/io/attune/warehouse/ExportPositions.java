package io.attune.warehouse;

import io.attune.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** How far each table of each warehouse has been written: table {@code warehouse_position}. */
final class ExportPositions {
    private final Database hub;
    private final String target;

    ExportPositions(Database hub, String target) {
        this.hub = hub;
        this.target = target;
    }

    /**
     * Where an export stands.
     *
     * @param changed the last change that is in the warehouse
     * @param fullSince when the full export began that has not ended
     */
    record Position(Optional<Instant> changed, Optional<Instant> fullSince) {
        static final Position START = new Position(Optional.empty(), Optional.empty());
    }

    Position read(String relation) {
        return hub.inHandle(handle -> handle.createQuery(
                        "select changed, full_since from warehouse_position where target = :target and relation = :relation")
                .bind("target", target)
                .bind("relation", relation)
                .map((row, context) -> new Position(instant(row, "changed"), instant(row, "full_since")))
                .findOne()
                .orElse(Position.START));
    }

    void write(String relation, Position position) {
        hub.useHandle(handle -> handle.createUpdate("""
                        insert into warehouse_position (target, relation, changed, full_since, updated_at)
                        values (:target, :relation, :changed, :fullSince, now())
                        on conflict (target, relation) do update
                        set changed = excluded.changed, full_since = excluded.full_since, updated_at = excluded.updated_at
                        """)
                .bind("target", target)
                .bind("relation", relation)
                .bind("changed", position.changed().orElse(null))
                .bind("fullSince", position.fullSince().orElse(null))
                .execute());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
