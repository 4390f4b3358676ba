package io.attune.content;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Writes what recommendations are learned from, as CSV: who bought or looked at which item when, and what is sold. People are
 * named by their profile, which says nothing outside the hub. Stateless.
 */
public final class PurchaseLog {
    private static final int ROWS_AT_ONCE = 5_000;

    private static final String TOUCHES = """
            select membership.profile_id, event.occurred_at, event.type, item.value ->> 'product_id' as item
              from event
              join membership on membership.node_id = event.node_id and membership.until is null
              cross join lateral jsonb_array_elements(
                case jsonb_typeof(event.properties -> 'products')
                  when 'array' then event.properties -> 'products' else '[]' end) as item
             where event.type in ('Product Viewed', 'Product Added', 'Order Completed')
               and event.occurred_at >= ? and event.occurred_at < ?
               and item.value ->> 'product_id' <> ''
             order by membership.profile_id, event.occurred_at
            """;

    private static final String CATALOGUE =
            "select product_id, name, category, price, available from product order by product_id";

    private PurchaseLog() {}

    /**
     * Writes {@code person,time,item,kind}.
     *
     * @param connection reads only, and its auto-commit is put back
     * @return how many rows
     */
    public static long events(Connection connection, Instant since, Instant end, Path file)
            throws SQLException, IOException {
        boolean autoCommit = connection.getAutoCommit();
        // PostgreSQL reads by a cursor, not all at once, in a transaction only.
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(TOUCHES);
                CsvWriter csv = CsvWriter.builder().build(file)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setObject(1, since.atOffset(ZoneOffset.UTC));
            statement.setObject(2, end.atOffset(ZoneOffset.UTC));
            csv.writeRecord("person", "time", "item", "kind");
            long rows = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    csv.writeRecord(
                            row.getString("profile_id"),
                            row.getObject("occurred_at", OffsetDateTime.class)
                                    .toInstant()
                                    .toString(),
                            row.getString("item"),
                            row.getString("type"));
                    rows++;
                }
            }
            return rows;
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    /**
     * Writes {@code item,name,category,price,available}.
     *
     * @return how many items
     */
    public static long catalogue(Connection connection, Path file) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(CATALOGUE);
                ResultSet row = statement.executeQuery();
                CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("item", "name", "category", "price", "available");
            long rows = 0;
            while (row.next()) {
                csv.writeRecord(
                        row.getString("product_id"),
                        row.getString("name"),
                        row.getString("category"),
                        row.getString("price"),
                        row.getBoolean("available") ? "true" : "false");
                rows++;
            }
            return rows;
        }
    }
}
