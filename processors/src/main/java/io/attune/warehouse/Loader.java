package io.attune.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes rows into a table of the warehouse: a row whose key is there takes the place of the old one. */
interface Loader {
    /**
     * Writes rows in the connection's transaction; no two of them have one key.
     *
     * @param rows values in the order of the table's columns: UUID, String, Long, Double, Instant or null
     */
    void load(Connection connection, TargetTable table, List<Object[]> rows) throws SQLException;

    /** The fastest way that a warehouse knows. */
    static Loader of(Dialect dialect) {
        return dialect.postgres() ? new CopyLoader(dialect) : new BatchLoader(dialect);
    }
}
