package io.attune.sandbox.population.behaviour;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something bought, on the web or in a shop.
 *
 * @param cancelled whether it was taken back at once, so that it does not count as a purchase
 * @param refundedAt when it was brought back
 */
public record Purchase(
        Instant at, boolean online, List<Line> lines, boolean cancelled, Optional<Instant> refundedAt, Cause cause) {
    /** Why it was made. */
    public enum Cause {
        /** The first one, and those of the BG/NBD process. */
        ORDINARY,
        /** Something was used up. */
        HABIT,
        /** A message of the hub moved the person. */
        MESSAGE
    }

    public Purchase {
        lines = List.copyOf(lines);
    }

    public BigDecimal total() {
        return lines.stream()
                .map(line -> line.price().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
