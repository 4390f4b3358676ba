package io.attune.sandbox.population.person;

/** Something used up and bought again: the item, and how many days one purchase of it lasts. */
public record Habit(String itemId, double gapDays) {}
