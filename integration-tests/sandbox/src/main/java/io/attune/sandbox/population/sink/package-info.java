/** Where the traces go. */
package io.attune.sandbox.population.sink;
