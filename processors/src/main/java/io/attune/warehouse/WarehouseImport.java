package io.attune.warehouse;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.ingest.table.RowJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of a query in batches, the least recently changed first where that is known. Used once. */
public final class WarehouseImport {
    private final Connection warehouse;
    private final ImportRequest request;
    private final RowJson json;

    public WarehouseImport(Connection warehouse, ImportRequest request) {
        this.warehouse = warehouse;
        this.request = request;
        this.json = new RowJson(request.zone());
    }

    /**
     * Reads, and hands every batch on before it reads the next.
     *
     * @return how many rows there were
     * @throws AttuneException when a column is missing or the warehouse fails
     */
    public long run(RowBatch.Taking taking) {
        return reading(sql(), request.batch(), result -> read(result, taking));
    }

    /**
     * How many rows there are to read: the query is run for that once more.
     *
     * @throws AttuneException when a column is missing or the warehouse fails
     */
    public long count() {
        String counting = "select count(*) from (" + request.query() + ") attune_rows" + condition();
        return reading(counting, 1, result -> result.next() ? result.getLong(1) : 0);
    }

    @FunctionalInterface
    private interface Reading {
        long of(ResultSet result) throws SQLException;
    }

    private long reading(String sql, int fetched, Reading reading) {
        try {
            // PostgreSQL reads by a cursor, not all at once, in a transaction only.
            warehouse.setAutoCommit(false);
            try (PreparedStatement statement = warehouse.prepareStatement(sql)) {
                statement.setFetchSize(fetched);
                if (request.since().isPresent()) {
                    bind(statement, request.since().get());
                }
                try (ResultSet result = statement.executeQuery()) {
                    return reading.of(result);
                }
            } finally {
                warehouse.rollback();
            }
        } catch (SQLException e) {
            throw new AttuneException(
                    "WAREHOUSE_FAILED",
                    ErrorCategory.EXTERNAL,
                    "the import broke off: " + e.getMessage()
                            + "; mend it and run the command again, which takes no row in twice",
                    e);
        }
    }

    private String sql() {
        return request.changed()
                .map(column ->
                        "select * from (" + request.query() + ") attune_rows" + condition() + " order by " + column)
                .orElse(request.query());
    }

    private String condition() {
        return request.since().isEmpty() ? "" : " where " + request.changed().orElseThrow() + " >= ?";
    }

    /** As the column's own type is: PostgreSQL compares a time without a zone in that of the session. */
    private void bind(PreparedStatement statement, Instant since) throws SQLException {
        boolean zoned;
        try (PreparedStatement none =
                        warehouse.prepareStatement("select * from (" + request.query() + ") attune_rows where 1 = 0");
                ResultSet result = none.executeQuery()) {
            zoned = RowJson.zoned(
                    result.getMetaData(),
                    ImportedRow.column(result.getMetaData(), request.changed().orElseThrow()));
        }
        if (zoned) {
            statement.setObject(1, since.atOffset(ZoneOffset.UTC));
        } else {
            statement.setObject(1, LocalDateTime.ofInstant(since, request.zone()));
        }
    }

    private long read(ResultSet result, RowBatch.Taking taking) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        ImportedRow form = ImportedRow.of(columns, request);
        List<String> rows = new ArrayList<>();
        Optional<Instant> changed = Optional.empty();
        long count = 0;
        boolean more = result.next();
        while (more) {
            ImportedRow.Line line = form.line(json.row(result));
            rows.add(line.json());
            if (line.changed().isPresent()) {
                changed = line.changed();
            }
            count++;
            more = result.next();
            if (!more || rows.size() == request.batch()) {
                taking.take(new RowBatch(count - rows.size() + 1, rows, changed));
                rows.clear();
            }
        }
        return count;
    }
}
