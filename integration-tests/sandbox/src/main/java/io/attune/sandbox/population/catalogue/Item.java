package io.attune.sandbox.population.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Something the shop sells.
 *
 * @param price list price in euros
 * @param boughtTogetherWith the id of the item that people like to buy with it
 */
public record Item(
        String id,
        String name,
        String category,
        BigDecimal price,
        String url,
        String imageUrl,
        Optional<String> boughtTogetherWith) {}
