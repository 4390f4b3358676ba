/**
 * Learns groups of people that are alike: K-Means for what is served; the hierarchy of Ward and HDBSCAN beside it, to see
 * whether other shapes are there. Beside it only what starts H2O and reads frames.
 */
package io.attune.trainer.segments;
