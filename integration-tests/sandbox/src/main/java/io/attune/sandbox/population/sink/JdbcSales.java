package io.attune.sandbox.population.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** Receipts in the tables {@code sale} and {@code sale_line} of the tills. As thread-safe as its data source. */
public final class JdbcSales implements SaleSink {
    private static final String SALE = """
            insert into sale (sale_id, receipt, kind, refund_of, store, sold_at, utc_offset_minutes,
                              loyalty_id, phone, total, currency, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (sale_id) do update set kind = excluded.kind, updated_at = excluded.updated_at
            """;
    private static final String LINE = """
            insert into sale_line (sale_id, line, item, name, category, quantity, price)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (sale_id, line) do nothing
            """;

    private final DataSource tills;

    public JdbcSales(DataSource tills) {
        this.tills = tills;
    }

    @Override
    public void put(List<Sale> sales) {
        try (Connection connection = tills.getConnection();
                PreparedStatement sale = connection.prepareStatement(SALE);
                PreparedStatement line = connection.prepareStatement(LINE)) {
            connection.setAutoCommit(false);
            for (Sale row : sales) {
                add(row, sale);
                for (SaleLine part : row.lines()) {
                    add(row.id(), part, line);
                }
            }
            sale.executeBatch();
            line.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new SinkException("The tills' database did not take " + sales.size() + " sales", e);
        }
    }

    private static void add(Sale row, PreparedStatement sale) throws SQLException {
        sale.setLong(1, row.id());
        sale.setString(2, row.receipt());
        sale.setString(3, row.kind());
        if (row.refundOf().isPresent()) {
            sale.setLong(4, row.refundOf().getAsLong());
        } else {
            sale.setNull(4, Types.BIGINT);
        }
        sale.setString(5, row.store());
        sale.setObject(6, row.soldAt().atOffset(ZoneOffset.UTC));
        sale.setInt(7, row.utcOffsetMinutes());
        sale.setString(8, row.loyaltyId().orElse(null));
        sale.setString(9, row.phone().orElse(null));
        sale.setBigDecimal(10, row.total());
        sale.setString(11, row.currency());
        sale.setObject(12, row.updatedAt().atOffset(ZoneOffset.UTC));
        sale.addBatch();
    }

    private static void add(long id, SaleLine part, PreparedStatement line) throws SQLException {
        line.setLong(1, id);
        line.setInt(2, part.line());
        line.setString(3, part.item());
        line.setString(4, part.name());
        line.setString(5, part.category());
        line.setInt(6, part.quantity());
        line.setBigDecimal(7, part.price());
        line.addBatch();
    }
}
