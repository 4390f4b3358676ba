/** The population after its history, in real time. */
package io.attune.sandbox.population.live;
