package io.attune.feature.calculation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How many carts of a window were left. A cart is all that a person added within one UTC day, on whatever device; it is left when
 * {@code within} has passed since its last addition, before the moment, and no order followed that addition in this time.
 *
 * @param within at least a day
 */
public record Abandonments(String added, String ordered, Duration within, int window) implements Calculation {

    public Abandonments {
        CartDays.requireADay(within);
    }

    @Override
    public Optional<Object> of(Evidence evidence) {
        long left = new CartDays(evidence, added, ordered, within, window)
                .outcomes()
                .filter(CartDays.Outcome.LEFT::equals)
                .count();
        return Optional.of((double) left);
    }

    @Override
    public List<Reading> readings() {
        return CartDays.readings(added, ordered, window);
    }
}
