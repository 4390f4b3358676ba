/** The population in a sandbox: its sources, its inbox, its answers. */
package io.attune.sandbox.population.wiring;
