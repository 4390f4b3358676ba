package io.attune.sandbox.population.sink;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row of table {@code sale} of the tills, with its lines.
 *
 * @param kind {@code sale}, {@code refund} (whose {@code refundOf} names the sale) or {@code cancelled}
 * @param soldAt when it was rung up; {@code utcOffsetMinutes} is the offset of the shop's clock then
 * @param total positive for every kind; the kind says which way the money went
 * @param updatedAt when the row was last written: later than {@code soldAt} for a sale cancelled afterwards
 */
public record Sale(
        long id,
        String receipt,
        String kind,
        OptionalLong refundOf,
        String store,
        Instant soldAt,
        int utcOffsetMinutes,
        Optional<String> loyaltyId,
        Optional<String> phone,
        BigDecimal total,
        String currency,
        Instant updatedAt,
        List<SaleLine> lines) {
    public Sale {
        lines = List.copyOf(lines);
    }
}
