/** How what people do looks to each source, mistakes included. */
package io.attune.sandbox.population.source;
