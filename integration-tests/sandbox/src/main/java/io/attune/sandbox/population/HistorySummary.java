package io.attune.sandbox.population;

/** How many records of each source a history has. */
public record HistorySummary(int people, long contacts, long webEvents, long sales) {}
