package io.attune.delivery.projection;

import java.time.Instant;
import java.util.Optional;

/** How many calls a system allows, shared by all who call it: while a pause lasts, nobody calls. Thread-safe. */
public interface CallLimit {
    /** When calls may be made again; empty while they may be made. */
    Optional<Instant> pausedUntil();

    /** Takes note that the system refused since its calls are used up: from now on everybody pauses. */
    void exhausted();
}
