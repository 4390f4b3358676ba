package io.attune.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Knows when people are best written to. */
@FunctionalInterface
public interface ChosenTimes {
    /** Knows nothing, so that every message is due at once. */
    ChosenTimes AT_ONCE = (handle, profiles, within) -> Map.of();

    /**
     * The best moment for each person within a time from now, at which one may write; whoever it knows none for is absent.
     * Joins the caller's transaction.
     */
    Map<UUID, Instant> of(Handle handle, Collection<UUID> profiles, Duration within);
}
