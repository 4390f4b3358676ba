package io.attune.feature.calculation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Of the carts of a window that no order followed on the day that they were filled, the share that was ordered after all, within
 * {@code within} of the last addition. A cart of which neither is known yet does not count; empty when none does.
 *
 * @param within at least a day
 */
public record Completions(String added, String ordered, Duration within, int window) implements Calculation {

    public Completions {
        CartDays.requireADay(within);
    }

    @Override
    public Optional<Object> of(Evidence evidence) {
        List<CartDays.Outcome> decided = new CartDays(evidence, added, ordered, within, window)
                .outcomes()
                .filter(outcome -> outcome == CartDays.Outcome.ORDERED_LATER || outcome == CartDays.Outcome.LEFT)
                .toList();
        double later =
                decided.stream().filter(CartDays.Outcome.ORDERED_LATER::equals).count();
        return decided.isEmpty() ? Optional.empty() : Optional.of(later / decided.size());
    }

    @Override
    public List<Reading> readings() {
        return CartDays.readings(added, ordered, window);
    }
}
