package io.attune.warehouse;

import io.attune.warehouse.ExportPositions.Position;
import io.attune.warehouse.TargetTable.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Exports one relation after the other, in the order in which their rows changed. Not thread-safe. */
final class RelationExport {
    private final Connection hub;
    private final Target target;
    private final ExportPositions positions;
    private final ExportRequest request;
    private final Instant start;
    private final ExportProgress progress;

    /** @param hub to read from, without auto-commit */
    RelationExport(
            Connection hub,
            Target target,
            ExportPositions positions,
            ExportRequest request,
            Instant start,
            ExportProgress progress) {
        this.hub = hub;
        this.target = target;
        this.positions = positions;
        this.request = request;
        this.start = start.truncatedTo(ChronoUnit.MILLIS);
        this.progress = progress;
    }

    /** Writes the rows of a batch. */
    @FunctionalInterface
    interface Writing {
        void write(List<Object[]> rows) throws SQLException;
    }

    ExportedTable run(Relation relation) throws SQLException {
        TargetTable table = target.prepare(relation);
        Position position = begin(relation.name());
        long rows = read(relation, relation.name(), position, batch -> target.load(table, batch), table.name());
        return new ExportedTable(table.name(), rows, end(relation.name(), position, List.of(table)));
    }

    /** Where a relation stands, and that a full export of it begins now if it must. */
    Position begin(String relation) {
        Position known = positions.read(relation);
        if (known.fullSince().isPresent() || (!request.full() && known.changed().isPresent())) {
            return known;
        }
        Position full = new Position(Optional.empty(), Optional.of(start));
        positions.write(relation, full);
        return full;
    }

    /** What of a full export is written later still carries the moment at which it began. */
    Instant stamp(Position position) {
        return position.fullSince().orElse(start);
    }

    /**
     * Reads what changed since a position, and moves the position behind every batch that is written.
     *
     * @param name of the position
     * @param shown what progress is told to be about
     */
    long read(Relation relation, String name, Position position, Writing writing, String shown) throws SQLException {
        long count = 0;
        try (PreparedStatement statement = hub.prepareStatement(relation.sql())) {
            statement.setFetchSize(request.batch());
            statement.setObject(
                    1,
                    position.changed()
                            .map(changed -> changed.minus(request.overlap()))
                            .orElse(Instant.EPOCH)
                            .atOffset(ZoneOffset.UTC));
            try (ResultSet result = statement.executeQuery()) {
                List<Object[]> rows = new ArrayList<>();
                Instant changed = Instant.EPOCH;
                boolean more = result.next();
                while (more) {
                    rows.add(row(result, relation.columns(), stamp(position)));
                    changed = instant(result, relation.columns().size() + 1);
                    more = result.next();
                    if (!more || rows.size() == request.batch()) {
                        writing.write(rows);
                        positions.write(name, new Position(Optional.of(changed), position.fullSince()));
                        count += rows.size();
                        rows.clear();
                        progress.written(shown, count);
                    }
                }
            }
        } finally {
            hub.rollback();
        }
        return count;
    }

    /** Ends a relation's export, and answers how many rows were deleted that the hub no longer has. */
    long end(String relation, Position began, List<TargetTable> tables) throws SQLException {
        long deleted = 0;
        if (began.fullSince().isPresent()) {
            for (TargetTable table : tables) {
                deleted += target.deleteOlder(table, began.fullSince().get());
            }
        }
        positions.write(
                relation,
                new Position(positions.read(relation).changed().or(() -> Optional.of(start)), Optional.empty()));
        return deleted;
    }

    Target target() {
        return target;
    }

    private static Object[] row(ResultSet result, List<Column> columns, Instant stamp) throws SQLException {
        Object[] row = new Object[columns.size() + 1];
        for (int column = 0; column < columns.size(); column++) {
            row[column] = value(result, column + 1, columns.get(column).type());
        }
        row[columns.size()] = stamp;
        return row;
    }

    private static Object value(ResultSet result, int column, ColumnType type) throws SQLException {
        return switch (type) {
            case ID -> result.getObject(column, UUID.class);
            case TEXT -> result.getString(column);
            case WHOLE -> result.getObject(column, Long.class);
            case NUMBER -> result.getObject(column, Double.class);
            case TIME -> instant(result, column);
        };
    }

    private static Instant instant(ResultSet result, int column) throws SQLException {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
