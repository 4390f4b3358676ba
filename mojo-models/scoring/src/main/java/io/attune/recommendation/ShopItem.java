package io.attune.recommendation;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something that is sold, as far as it can be compared with others before anybody bought it.
 *
 * @param id as the events name it
 * @param price in one currency for all
 */
public record ShopItem(String id, String name, Optional<String> category, OptionalDouble price) {}
