package io.attune.sandbox.population.person;

/**
 * How somebody visits the web shop.
 *
 * @param visitsPerDay sessions a day while their interest is whole
 * @param waningDays how long before dropping out their interest begins to fall
 * @param halfLifeDays how long it takes to halve after they dropped out
 * @param residual what remains of it for good
 * @param signInRate probability that they sign in during a session in which they need not
 * @param devices how many browsers they use
 */
public record Browsing(
        double visitsPerDay, double waningDays, double halfLifeDays, double residual, double signInRate, int devices) {}
