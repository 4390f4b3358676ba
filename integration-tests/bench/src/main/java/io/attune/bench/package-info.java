/** Benchmarks: each measures Attune beside a baseline, turn by turn in one run, and what counts are the ratios. */
package io.attune.bench;
