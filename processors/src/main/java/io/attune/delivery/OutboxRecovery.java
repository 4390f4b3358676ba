package io.attune.delivery;

import java.util.List;
import java.util.function.IntSupplier;

/**
 * Looks after what nodes that died left behind (bean {@code recovery}): messages whose lease ran out become unknown, states
 * become due again. Thread-safe; any node may run it at any time.
 */
public final class OutboxRecovery {

    private final List<IntSupplier> leftBehind;

    /** @param leftBehind each takes up what was left behind of one kind, and says how many */
    public OutboxRecovery(IntSupplier... leftBehind) {
        this.leftBehind = List.of(leftBehind);
    }

    /** Returns how many were taken up. */
    public int run() {
        return leftBehind.stream().mapToInt(IntSupplier::getAsInt).sum();
    }
}
