package io.attune.sandbox.population.behaviour;

import java.time.Instant;
import java.util.Optional;

/**
 * A session in the web shop.
 *
 * @param purchase what is ordered at its end
 * @param ticket the support ticket opened in it
 * @param campaign of the message that led to it
 */
public record Visit(Instant at, Optional<Purchase> purchase, Optional<Ticket> ticket, Optional<String> campaign) {
    /** A visit that leads to nothing. */
    public static Visit browsing(Instant at) {
        return new Visit(at, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
