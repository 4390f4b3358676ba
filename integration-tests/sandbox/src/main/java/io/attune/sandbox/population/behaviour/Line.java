package io.attune.sandbox.population.behaviour;

import io.attune.sandbox.population.catalogue.Item;
import java.math.BigDecimal;

/**
 * Part of a purchase.
 *
 * @param price paid for one piece
 */
public record Line(Item item, int quantity, BigDecimal price) {}
