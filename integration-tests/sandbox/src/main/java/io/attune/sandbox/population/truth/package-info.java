/** What really is, for tests and reports only. */
package io.attune.sandbox.population.truth;
