package io.attune.delivery;

import io.attune.delivery.projection.Projections;

/**
 * Looks after what nodes that died left behind (bean {@code recovery}). Thread-safe; any node may run it at any time.
 */
public final class OutboxRecovery {

    private final Outbox outbox;
    private final Projections projections;

    public OutboxRecovery(Outbox outbox, Projections projections) {
        this.outbox = outbox;
        this.projections = projections;
    }

    /** Messages whose lease ran out become unknown, states become due again. Returns how many. */
    public int run() {
        return outbox.recover() + projections.recover();
    }
}
