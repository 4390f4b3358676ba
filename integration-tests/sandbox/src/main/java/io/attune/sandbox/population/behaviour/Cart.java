package io.attune.sandbox.population.behaviour;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Things laid into the cart of the web shop in a visit that ends without an order.
 *
 * @param at when the visit begins
 * @param lines what is laid in
 * @param purchase what it becomes some hours or days later; empty when nothing comes of it
 */
public record Cart(Instant at, List<Line> lines, Optional<Purchase> purchase) {
    public Cart {
        lines = List.copyOf(lines);
    }
}
