package io.attune.sandbox.population.sink;

import java.math.BigDecimal;

/**
 * A line of a receipt.
 *
 * @param price of one piece, in the currency of the sale
 */
public record SaleLine(int line, String item, String name, String category, int quantity, BigDecimal price) {}
