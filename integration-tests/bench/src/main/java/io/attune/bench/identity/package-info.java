/** Probabilistic matching beside Duke, and how it grows. */
package io.attune.bench.identity;
