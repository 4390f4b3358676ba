/** Chance that is the same everywhere for the same seed. */
package io.attune.sandbox.population.dice;
