/** What the shop sells. */
package io.attune.sandbox.population.catalogue;
