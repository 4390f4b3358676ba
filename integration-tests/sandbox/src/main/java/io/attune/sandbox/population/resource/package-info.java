/** The tables that the population is made from. */
package io.attune.sandbox.population.resource;
