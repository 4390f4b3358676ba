package io.attune.sandbox.population.person;

/**
 * How somebody treats the cart of the web shop.
 *
 * @param hesitation probability that they lay things of an online purchase into the cart some days earlier and leave it
 * @param windowShoppingPerDay visits a day, while their interest is whole, in which they fill a cart that they never order
 */
public record Carting(double hesitation, double windowShoppingPerDay) {}
