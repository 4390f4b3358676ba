package io.attune.feature;

import java.util.OptionalInt;

/**
 * One number of a feature vector.
 *
 * @param window whole UTC days before the day of the moment, which counts too as far as it has come; empty for all time
 */
public record Feature(String name, String description, String measure, Statistic statistic, OptionalInt window) {}
