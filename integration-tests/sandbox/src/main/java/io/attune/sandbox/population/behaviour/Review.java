package io.attune.sandbox.population.behaviour;

/**
 * What somebody says of a thing that they bought.
 *
 * @param kind {@code praise}, {@code neutral} or {@code complaint}; known to the truth only
 * @param rating from 1 to 5
 */
public record Review(String kind, int rating, String text) {}
