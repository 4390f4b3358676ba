package io.attune.sandbox.population.sink;

import java.util.List;

/** Where contacts go: straight into the stand-in's state, as if people at the shop had typed them in. */
@FunctionalInterface
public interface SalesforceSink {
    /** Inserts contacts, or replaces those whose {@code Id} is there already. */
    void put(List<Contact> contacts);
}
