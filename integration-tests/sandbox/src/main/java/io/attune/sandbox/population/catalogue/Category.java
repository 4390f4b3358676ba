package io.attune.sandbox.population.catalogue;

import java.util.List;
import java.util.OptionalInt;

/**
 * A kind of items.
 *
 * @param usualGapDays how often those who use such things up buy them again; empty where nothing is used up
 */
public record Category(String name, OptionalInt usualGapDays, List<Item> items) {
    public Category {
        items = List.copyOf(items);
    }
}
