package io.attune.sandbox.population;

/**
 * How large a history is.
 *
 * @param records how many records the hub's mappings make of it: a visitor who tells their name is a customer record
 *     beside the event, and a cancelled sale is an order and its cancellation
 */
public record HistorySummary(int people, long contacts, long webEvents, long sales, long records) {}
