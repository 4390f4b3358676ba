package io.attune.ingest.salesforce;

import java.time.Duration;
import java.time.Instant;

/** Growing pauses between attempts that fail for a reason that will not go away by itself. Not thread-safe. */
final class Attempts {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private Duration pause = Duration.ZERO;
    private Instant until = Instant.EPOCH;

    boolean due(Instant now) {
        return !now.isBefore(until);
    }

    /** Returns when the next attempt is due. */
    Instant failed(Instant now) {
        Duration doubled = pause.isZero() ? FIRST : pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        until = now.plus(pause);
        return until;
    }

    void succeeded() {
        pause = Duration.ZERO;
    }
}
