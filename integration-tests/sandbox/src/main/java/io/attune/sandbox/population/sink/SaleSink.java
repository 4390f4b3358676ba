package io.attune.sandbox.population.sink;

import java.util.List;

/** Where receipts go: the database of the tills. */
@FunctionalInterface
public interface SaleSink {
    /** Inserts sales, or replaces those whose id is there already, in one transaction. */
    void put(List<Sale> sales);
}
