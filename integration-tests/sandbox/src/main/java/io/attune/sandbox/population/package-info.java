/** Simulated people and the messy traces that they leave in the hub's sources; their truth is kept aside. Begin with {@link io.attune.sandbox.population.Population}. */
package io.attune.sandbox.population;
