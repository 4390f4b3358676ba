package io.attune.sandbox.population.behaviour;

/**
 * A line to the support desk.
 *
 * @param kind {@code complaint}, {@code question} or {@code praise}; known to the truth only
 */
public record Ticket(String kind, String subject, String text) {}
