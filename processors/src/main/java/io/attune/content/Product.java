package io.attune.content;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Something that can be recommended.
 *
 * @param price in {@code currency}
 */
public record Product(
        String id,
        String name,
        Optional<String> category,
        Optional<BigDecimal> price,
        Optional<String> currency,
        Optional<String> url,
        Optional<String> imageUrl) {}
